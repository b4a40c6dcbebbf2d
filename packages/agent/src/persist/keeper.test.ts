import type { BondDesire, NamedDesire } from '@bondctl/proto/model/bond';
import type { IfName, TxId } from '@bondctl/proto/model/names';
import type { Tx } from '@bondctl/proto/model/transaction';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../../../test/fakes/fake-clock.ts';
import { createFakeHost } from '../../../../test/fakes/fake-host.ts';
import { createChance } from '../../../../test/simulation/chance.ts';
import { createDisk } from '../../../../test/simulation/disk.ts';
import { createFiles } from '../kernel/files.ts';
import { planHost, touchedBy } from '../transaction/plan.ts';
import { seal } from '../transaction/sealed.ts';
import { snapshotOf } from '../transaction/snapshot.ts';
import { formats } from './formats.ts';
import { createKeeping } from './keeper.ts';

const name = (text: string) => text as IfName;
const nothing = () => undefined;

/** A host with two NICs and a disk, and what was run on it. */
function scene(files: Readonly<Record<string, string>>, owner: 'NetworkManager' | 'none' = 'none') {
  const host = createFakeHost([{ name: 'eth1' }, { name: 'eth2' }]);
  for (const nic of ['eth1', 'eth2']) host.own(nic, owner);
  const disk = createDisk(nothing, createChance(1, 'keeper'), nothing);
  const own = createFiles({ reached: nothing }, disk);
  const [ran, said]: [string[], string[]] = [[], []];
  const outcome = { code: 0, stderr: '' };
  const keeping = createKeeping({
    files: own,
    commands: {
      run: async (_label, argv) => {
        ran.push(argv.join(' '));
        return { ending: { kind: 'code', code: outcome.code }, stdout: '', stderr: outcome.stderr };
      },
    },
    reader: host.reader,
    clock: createFakeClock('boot-1'),
    stateDir: '/state',
    formats,
    log: (sentence) => said.push(sentence),
  });
  const laid = Promise.all(Object.entries(files).map(([path, text]) => own.writeAtomic('lay', path, text)));
  return { host, disk, keeping, ran, said, outcome, laid };
}

const wish = (
  more: Partial<BondDesire & { state: 'present' }> = {},
  mode = 'active-backup' as const,
): NamedDesire =>
  ({
    state: 'present',
    allowControlPath: false,
    spec: {
      name: name('sync0'),
      mode,
      ports: [name('eth1'), name('eth2')],
      options: { miimon: '100' },
      mtu: 9000,
      addresses: ['10.9.0.1/24'],
    },
    ...more,
  }) as NamedDesire;

const tx = (desire: NamedDesire): Tx => ({ id: 'tx_one' as TxId, desired: [desire], deadlineInMs: 60_000 });

/** Plans a desire, takes its steps, and keeps it; what was planned beside. */
async function change(one: ReturnType<typeof scene>, desire: NamedDesire) {
  await one.laid;
  const before = snapshotOf(one.host.state(), [desire]);
  const { steps } = planHost(one.host.state(), [desire], { interfaces: null });
  const outlook = await one.keeping.outlook(one.host.state(), [desire], touchedBy(steps));
  for (const { step } of steps) one.host.take(step);
  const kept = await one.keeping.keep(tx(desire), before);
  const again = await one.keeping.outlook(one.host.state(), [desire], []);
  return { outlook, kept, again };
}

const interfaces = '# mine\nauto lo\niface lo inet loopback\n';
const ifupdown = { '/etc/network/interfaces': interfaces, '/usr/sbin/ifup': '' };

test('what a stop left half written is tried again at each start, and holds up no agent', async () => {
  const one = scene(ifupdown);
  await one.laid;
  const own = createFiles({ reached: nothing }, one.disk);
  const change = { path: '/etc/network/interfaces', before: interfaces, after: 'auto lo\n', mode: 0o644 };
  await own.writeAtomic('lay', '/state/placing.json', `${seal({ changes: [change] })}\n`);
  one.disk.setFull(true);
  await one.keeping.resume();
  expect(one.said.join()).toContain('ENOSPC');
  expect(one.disk.textOf('/etc/network/interfaces')).toBe(interfaces);
  one.disk.setFull(false);
  await one.keeping.resume();
  expect(one.disk.textOf('/etc/network/interfaces')).toBe('auto lo\n');
});

describe('a confirmed bond', () => {
  test('is written by the format that people name, keeps their lines, and is then nothing to do', async () => {
    const one = scene(ifupdown);
    const { outlook, kept, again } = await change(one, wish({ backend: 'ifupdown' }));
    expect(outlook.steps.map(({ sentence }) => sentence)).toEqual([
      'once confirmed, write sync0 to /etc/network/interfaces (ifupdown)',
    ]);
    const text = one.disk.textOf('/etc/network/interfaces') ?? '';
    expect(text).toContain(interfaces);
    expect(text).toContain('bond-slaves eth1 eth2');
    expect(kept).toMatchObject([{ kind: 'inFiles', backend: 'ifupdown', unread: null }]);
    expect(again.steps).toEqual([]);
    // A later `ifup` must not take it for down.
    expect(one.disk.textOf('/run/network/ifstate.sync0')).toBe('sync0\n');
    expect(one.ran).toEqual([]);
  });

  test('is a profile where NetworkManager has its ports, which go back to it afterwards', async () => {
    const one = scene({ '/run/NetworkManager/conf': '' }, 'NetworkManager');
    const { kept } = await change(one, wish());
    const folder = '/etc/NetworkManager/system-connections';
    expect(kept).toMatchObject([{ backend: 'keyfile', files: [expect.stringContaining(folder)] }]);
    expect(one.ran.filter((line) => line.startsWith('nmcli connection load'))).toHaveLength(3);
    expect(one.ran.slice(-2)).toEqual([
      'nmcli device set eth1 managed yes',
      'nmcli device set eth2 managed yes',
    ]);
  });

  test('of nobody is kept nowhere, and both plan and record say so', async () => {
    const one = scene(ifupdown);
    const { outlook, kept } = await change(one, wish());
    expect(outlook.steps).toEqual([]);
    const why = 'no program on this host owns it; say `backend:` to keep it, with one of ifupdown';
    expect(outlook.notes).toEqual([`until reboot only: sync0; ${why}.`]);
    expect(kept).toEqual([{ kind: 'notKept', bond: 'sync0', why }]);
  });

  test('leaves its files with it, and the ports are described without it', async () => {
    const one = scene(ifupdown);
    await change(one, wish({ backend: 'ifupdown' }));
    const absent: NamedDesire = { state: 'absent', name: name('sync0'), allowControlPath: false };
    const { outlook } = await change(one, absent);
    expect(outlook.steps[0]?.sentence).toBe(
      'once confirmed, take sync0 out of /etc/network/interfaces (ifupdown)',
    );
    expect(one.disk.textOf('/etc/network/interfaces')).toBe(interfaces);
    expect(one.disk.textOf('/run/network/ifstate.sync0')).toBeUndefined();
  });

  test('that a full disk does not take is not kept, and the files are as they were', async () => {
    const one = scene(ifupdown);
    await one.laid;
    const desire = wish({ backend: 'ifupdown' });
    const before = snapshotOf(one.host.state(), [desire]);
    one.disk.setFull(true);
    const kept = await one.keeping.keep(tx(desire), before);
    expect(kept).toMatchObject([{ kind: 'notKept', why: expect.stringContaining('ENOSPC') }]);
    expect(one.disk.textOf('/etc/network/interfaces')).toBe(interfaces);
  });

  test('whose program does not take the news is kept all the same, and that is said', async () => {
    const one = scene({ '/run/NetworkManager/conf': '' }, 'NetworkManager');
    one.outcome.code = 1;
    one.outcome.stderr = 'Error: NetworkManager is not running.';
    const { kept } = await change(one, wish());
    expect(kept).toMatchObject([
      { unread: expect.stringMatching(/^`nmcli connection load .*failed: Error/) },
    ]);
  });

  test('with what its format has no word for says so in the plan', async () => {
    const one = scene(ifupdown);
    const desire = wish({ backend: 'ifupdown' });
    const spec = { ...(desire.state === 'present' ? desire.spec : null), options: { resend_igmp: '3' } };
    const { outlook, kept } = await change(one, { ...desire, spec } as NamedDesire);
    expect(outlook.notes).toContain('until reboot only: resend_igmp of sync0; ifupdown has no word for it.');
    expect(kept).toMatchObject([{ untilReboot: ['resend_igmp'] }]);
  });
});
