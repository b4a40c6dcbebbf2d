/** The programs of Debian bring bonds up from files that describe a change, and let them alone while it is kept. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMachine } from '@bondctl/lab/machine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  ...written('/etc/NetworkManager/conf.d/lab.conf', ['[main]', 'no-auto-default=*']),
  ...['NetworkManager.service', 'systemd-networkd.service', 'networking.service'].map(enabled),
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
      setup: [...setup, ...files],
      command: ['sh', '-c', 'exec node --enable-source-maps "$LAB/job/inside.mjs"'],
      files: {
        ...(await bundled({ inside: join(import.meta.dirname, 'inside.ts') })),
        'orders.json': JSON.stringify(orders),
      },
      cwd: '/',
      outDir: kept,
      timeoutMs: 150_000,
    });
    const said = Buffer.concat([result.stdout, result.stderr]).toString();
    expect(result.code, `${'why' in result ? result.why : result.kind}\n${said}`).toBe(0);
    [first, second] = [facts<FirstBoot>(1), facts<SecondBoot>(2)];
  }, 160_000);
  afterAll(() => rmSync(kept, { recursive: true }));

  describe.each(orders)('$first.name', ({ first: bond, changed }) => {
    const { name } = bond;

    test('comes up from its files as they describe it', () => {
      expect(first.found[name]).toMatchObject(wanted(bond));
    });

    test('is left alone while its files are written and reloaded after a change: no flap, no ping lost', () => {
      const { before, after, ping } = first.reloads[name] ?? expect.fail(`${name} was not watched`);
      expect(after).toEqual(before);
      expect(first.deleted.filter((line) => line.includes(name))).toEqual([]);
      expect(ping).toMatch(/40 received, 0% packet loss/);
      expect(first.live[name]).toMatchObject(wanted(changed));
      expect(first.reloaded[name]).toEqual(first.live[name]);
    });

    test('is after a reboot what it was before, line by line', () => {
      expect(second.found[name]).toEqual(first.live[name]);
    });
  });
});
