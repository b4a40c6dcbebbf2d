/** The programs of Debian bring bonds up from files, bondctl changes them, and the files that it writes bring them up again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMachine } from '@bondctl/lab/machine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../run/places.ts';
import { bundled, written } from '../inside-machine.ts';
import { ifupdown2Layers, severalLayers } from '../layer.ts';
import { alone, orderOf, several } from './cases.ts';
import type { FirstBoot, SecondBoot } from './facts.ts';
import { wanted } from './read.ts';

const enabled = (unit: string): string =>
  `ln -s /lib/systemd/system/${unit} /etc/systemd/system/multi-user.target.wants/`;

/** What a machine masks, but NetworkManager and networkd wait for it. */
const unmasked = [
  'dbus.service',
  'dbus.socket',
  'systemd-udevd.service',
  'systemd-udevd-control.socket',
  'systemd-udevd-kernel.socket',
  'systemd-udev-trigger.service',
];

/** What udev does to a NIC: its description, its .link file, and whose it is. */
const rules = [
  '75-net-description.rules',
  '80-net-setup-link.rules',
  '85-nm-unmanaged.rules',
  '99-systemd.rules',
];

/** What is not NetworkManager's. */
const others = ['bondb', 'bondc', 'bondd', ...[3, 4, 5, 6, 7, 8].map((number) => `eth${number}`)];

const severalSetup = [
  `cd /etc/systemd/system && rm ${unmasked.join(' ')}`,
  ...written('/etc/systemd/system/systemd-udev-trigger.service.d/lab.conf', [
    '[Service]',
    'ExecStart=',
    'ExecStart=udevadm trigger --action=add --subsystem-match=net',
  ]),
  // Rules for disks and sound would run for every NIC too.
  `cd /usr/lib/udev/rules.d && find . -type f ${rules.map((rule) => `! -name ${rule}`).join(' ')} -delete`,
  // The first makes a bridge for guests inside this one, where it is installed; the second NetworkManager only asks for a name.
  'ln -s /dev/null /etc/systemd/system/uml-utilities.service',
  'ln -s /dev/null /etc/systemd/system/systemd-hostnamed.service',
  'find /etc/network/if-*.d -type f ! -name ifenslave -delete',
  // netplan's command line is Python and starts this.
  ...written('/usr/sbin/netplan', ['#!/bin/sh', 'exec /usr/libexec/netplan/$1']),
  ...written('/etc/NetworkManager/conf.d/lab.conf', [
    '[main]',
    'no-auto-default=*',
    // It would set the NICs of the others up while networkd needs them down.
    '[keyfile]',
    `unmanaged-devices=${others.map((name) => `interface-name:${name}`).join(';')}`,
  ]),
  ...['NetworkManager.service', 'systemd-networkd.service', 'networking.service'].map(enabled),
];

/** The agent as its package installs it. */
const installed = [
  `[ -e /usr/bin/node ] || ln -s ${process.execPath} /usr/bin/node`,
  'mkdir -p /usr/lib/bondctl',
  `cp ${root}/dist/bondctl-agent.mjs /usr/lib/bondctl`,
  ...['bondctl-agent.service', 'bondctl-agent-boot.service'].map(
    (unit) => `cp ${root}/packaging/systemd/${unit} /lib/systemd/system`,
  ),
  enabled('bondctl-agent-boot.service'),
];

const aloneSetup = [
  // What the package's own script does.
  'chmod +x /usr/share/ifupdown2/__main__.py',
  enabled('networking.service'),
];

const machines = [
  {
    title: 'NetworkManager, networkd, netplan and ifupdown in one machine',
    cases: several,
    nics: 8,
    layers: severalLayers,
    setup: severalSetup,
  },
  { title: 'ifupdown2', cases: alone, nics: 2, layers: ifupdown2Layers, setup: aloneSetup },
];

describe.each(machines)('$title', ({ cases, nics, layers, setup }) => {
  const kept = mkdtempSync(join(tmpdir(), 'persist-'));
  const orders = cases.map(orderOf);
  let [first, second] = [{} as FirstBoot, {} as SecondBoot];
  const facts = <T>(number: 1 | 2): T =>
    JSON.parse(readFileSync(join(kept, `boot-${number}.json`), 'utf8')) as T;

  beforeAll(async () => {
    const files = cases.flatMap(({ format, first: bond }) =>
      format
        .render(bond, [])
        .files.flatMap(({ path, text }) => [
          ...written(path, text.trimEnd().split('\n')),
          `chmod ${format.mode.toString(8)} ${path}`,
        ]),
    );
    const result = await runMachine({
      nics,
      layers: layers(),
      setup: [...installed, ...setup, ...files],
      command: ['sh', '-c', 'exec node --enable-source-maps "$LAB/job/inside.mjs"'],
      files: {
        ...(await bundled({ inside: join(import.meta.dirname, 'inside.ts') })),
        'orders.json': JSON.stringify(orders),
      },
      env: { LAB_REPOSITORY: root },
      cwd: '/',
      outDir: kept,
      timeoutMs: 240_000,
    });
    const said = Buffer.concat([result.stdout, result.stderr]).toString();
    expect(result.code, `${'why' in result ? result.why : result.kind}\n${said}`).toBe(0);
    [first, second] = [facts<FirstBoot>(1), facts<SecondBoot>(2)];
  }, 250_000);
  afterAll(() => rmSync(kept, { recursive: true }));

  test('adopt, then plan: nothing to do', () => {
    const { spec, plan } = first.adopted;
    expect(plan.nothingToDo, `${spec}\n${plan.text}`).toBe(true);
  });

  describe.each(orders)('$first.name', ({ backend, first: bond, changed }) => {
    const { name } = bond;

    test('comes up from its files as they describe it', () => {
      expect(first.found[name]).toMatchObject(wanted(bond));
    });

    test('is changed and written into its files without a flap or a lost ping', () => {
      const { applied, watched, deleted, found } = first.gentle;
      const { before, after, answered, lost } = watched[name] ?? expect.fail(`${name} was not watched`);
      expect(applied.code, applied.said).toBe(0);
      expect({ after, lost }).toEqual({ after: before, lost: [] });
      expect(answered).toBeGreaterThan(20);
      expect(deleted.filter((line) => line.includes(name))).toEqual([]);
      expect(found[name]).toMatchObject(wanted(changed));
      expect(applied.kept[name]).toMatch(new RegExp(`^kept in /[^ ]*(, /[^ ]*)* \\(${backend}\\)$`));
      expect(applied.again.nothingToDo, applied.again.text).toBe(true);
    });

    test('is after a reboot what it was before, line by line, with its MAC address', () => {
      expect(second.found[name], second.journal).toEqual((first.rebuilt ?? first.gentle).found[name]);
    });
  });

  const torn = orders.flatMap(({ rebuilt }) => (rebuilt === null ? [] : [rebuilt]));
  describe.each(torn)('$name', (bond) => {
    test('is rebuilt, and its program does not undo it', () => {
      const { applied, found } = first.rebuilt ?? expect.fail('nothing was rebuilt');
      expect(applied.code, applied.said).toBe(0);
      expect(found[bond.name]).toMatchObject(wanted(bond));
      expect(applied.again.nothingToDo, applied.again.text).toBe(true);
    });
  });
});
