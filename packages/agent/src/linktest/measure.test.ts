import { readFileSync } from 'node:fs';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import { tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { CommandResult, RunningProcess } from '../kernel/ports.ts';
import { loadedRttArgv } from './command-lines.ts';
import { createLinkTests } from './runner.ts';

const one = 'test_aaaaaaaa' as TestId;
const fixture = (name: string) =>
  readFileSync(new URL(`../../../../test/fixtures/vitals/${name}/input.txt`, import.meta.url), 'utf8');
const killed = fixture('ping-times/iputils-20221126-killed');
const good = readFileSync(
  new URL('../../../../test/fixtures/iperf3/3.12-good-balance-rr/document.txt', import.meta.url),
  'utf8',
);

const ended = (stdout: string): CommandResult => ({ ending: { kind: 'code', code: 0 }, stdout, stderr: '' });
const missing: CommandResult = { ending: { kind: 'notFound' }, stdout: '', stderr: '' };

/** The kernel's texts; counters of the second reading are those of the first and something more. */
function texts(path: string, nth: number): string | undefined {
  if (path.endsWith('/slaves')) return 'eth1 eth2\n';
  if (path === '/proc/sys/kernel/osrelease') return '6.1.0-44-amd64\n';
  if (path === '/proc/net/snmp') return `Tcp: OutSegs RetransSegs\nTcp: ${1000 + nth * 500} ${nth * 20}\n`;
  if (path === '/proc/net/netstat') return `TcpExt: TCPDSACKRecv\nTcpExt: ${nth * 15}\n`;
  if (path === '/proc/net/softnet_stat') return `00000001 0000000${nth} 00000000\n`;
  if (path === '/proc/stat') return `cpu0 ${nth * 30} 0 0 ${nth * 10} 0 0 ${nth * 60} 0\n`;
  if (path === '/sys/class/net/eth1/device/uevent') return 'DRIVER=igb\nPCI_ID=8086:1521\n';
  if (path.endsWith('/carrier_changes')) return `${2 + nth}\n`;
  return undefined;
}

interface Machine {
  readonly read?: (path: string, nth: number) => string | undefined;
  readonly command?: (program: string) => CommandResult;
  /** Called when iperf3 starts; it ends at once where nothing else is said. `pinged`: when pings have begun beside it. */
  readonly onIperf?: (pinged: Promise<void>) => Promise<void> | undefined;
}

/** A sending end whose iperf3 gives a good document and whose pings are answered. */
function sender({ read = texts, command, onIperf }: Machine = {}) {
  const started: string[] = [];
  const signals: string[] = [];
  const seen = new Map<string, number>();
  const warnings: object[] = [];
  let tellPinged = (): void => undefined;
  const pinged = new Promise<void>((resolve) => {
    tellPinged = resolve;
  });
  const start = (argv: readonly string[]): RunningProcess => {
    started.push(argv.join(' '));
    let finish = (_: CommandResult) => {};
    const gone = new Promise<CommandResult>((resolve) => {
      finish = resolve;
    });
    if (argv[0] === 'ping') tellPinged();
    if (argv[0] === 'iperf3') void Promise.resolve(onIperf?.(pinged)).then(() => finish(ended(good)));
    const signal = (name: string) => {
      signals.push(`${argv[0]} ${name}`);
      finish(ended(argv[0] === 'ping' ? killed : good));
    };
    return { pid: 4242, ended: gone, onLine: () => undefined, signal };
  };
  const answers = (program: string): CommandResult =>
    program === 'iperf3'
      ? ended('iperf 3.12\n')
      : (command?.(program) ??
        ended(fixture(program === 'ping' ? 'ping-times/iputils-20221126-loopback' : 'ethtool/6.1-virtio')));
  const commands: string[] = [];
  const tests = createLinkTests({
    processes: { start: (_label, argv) => start(argv), signalGroup: () => true },
    commands: {
      run: async (_label, argv) => {
        commands.push(argv.join(' '));
        return answers(argv[0]);
      },
    },
    files: {
      read: async (_label, path) => {
        const nth = seen.get(path) ?? 0;
        seen.set(path, nth + 1);
        return read(path, nth);
      },
      linkTargets: async () => [],
      writeAtomic: async () => undefined,
      remove: async () => undefined,
      append: async () => undefined,
      list: async () => [],
    },
    clock: {
      monotonicMs: () => performance.now(),
      unixMs: () => 0,
      after: (ms, ring) => stopOf(setTimeout(ring, ms)),
    },
    ports: { from: 20_000, to: 20_002 },
    random: () => 0,
    pidFile: '/state/iperf3.json',
    log: { warn: (fields) => void warnings.push(fields) },
  });
  return { tests, started, signals, commands, warnings };
}

/** A run that goes on until pings have begun beside it. */
const lasting: Machine = { onIperf: (pinged) => pinged };
const stopOf = (timer: NodeJS.Timeout) => () => clearTimeout(timer);
const bond = 'sync0' as BondName;
const parameters = { streams: 1, seconds: 2, ...tcpForth };
const ends = { address: '10.9.0.1', peer: '10.9.0.2', port: 20_001, sourcePort: null } as const;
const order = { kind: 'measure', test: one, bond, ...ends, parameters, portBps: null } as const;

async function measured(world: ReturnType<typeof sender>) {
  const outcome: CommandOutcome = await world.tests.measure(order);
  if (outcome.kind !== 'measured') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('a measuring host', () => {
  test('tells what its kernel counted, round-trip times and surroundings', async () => {
    const { vitals, latency, surroundings } = await measured(sender(lasting));
    expect(vitals).toMatchObject({
      tcp: { outSegs: 500, retransSegs: 20, dsackRecv: 15, timeouts: null },
      softnet: { dropped: 1, squeezed: 0 },
      cpus: [{ cpu: 0, busyPercent: 90, softirqPercent: 60 }],
      ports: [
        { name: 'eth1', carrierChanges: 1, rxCrcErrors: null },
        { name: 'eth2', carrierChanges: 1, rxCrcErrors: null },
      ],
    });
    expect(latency).toMatchObject({ idle: { count: 8, lost: 0 }, loaded: { count: 6, p50Ms: 0.033 } });
    const offloads = { tso: true, gso: true, gro: true };
    expect(surroundings).toEqual({
      kernel: '6.1.0-44-amd64',
      interfaces: [
        { name: 'sync0', driver: null, offloads },
        { name: 'eth1', driver: 'igb', offloads },
        { name: 'eth2', driver: null, offloads },
      ],
    });
  });

  test('pings out of the bond before the run, and during it until it ends', async () => {
    const world = sender(lasting);
    await measured(world);
    expect(world.commands).toContain('ping -n -i 0.05 -c 8 -w 2 -I sync0 10.9.0.2');
    expect(world.started[0]).toMatch(/^iperf3 -c 10\.9\.0\.2 /);
    expect(world.started[1]).toBe('ping -n -i 0.2 -c 10 -w 2 -I sync0 10.9.0.2');
    expect(world.signals).toEqual(['ping SIGKILL']);
  });

  test('begins nothing beside a run that has ended before it settled', async () => {
    const world = sender();
    expect((await measured(world)).latency?.loaded).toBeNull();
    expect(world.started).toHaveLength(1);
  });

  test('asks ethtool again only when the kernel has told of a link', async () => {
    const world = sender();
    const asked = () => world.commands.filter((line) => line.startsWith('ethtool'));
    const { surroundings } = await measured(world);
    expect(asked()).toEqual(['ethtool -k sync0', 'ethtool -k eth1', 'ethtool -k eth2']);
    expect((await measured(world)).surroundings).toEqual(surroundings);
    expect(asked()).toHaveLength(3);
    world.tests.linksChanged();
    await measured(world);
    expect(asked()).toHaveLength(6);
  });

  test('measures where there is no ping and no ethtool', async () => {
    const world = sender({ command: () => missing });
    const { verdict, surroundings, latency } = await measured(world);
    expect(verdict.ok).toBe(true);
    expect(latency?.idle).toBeNull();
    expect(surroundings?.interfaces.map(({ offloads }) => offloads)).toEqual([null, null, null]);
  });

  test('measures where the kernel has none of its texts', async () => {
    const world = sender({
      read: (path, nth) => (path.endsWith('/slaves') ? texts(path, nth) : undefined),
    });
    const { verdict, vitals, surroundings } = await measured(world);
    expect(verdict.ok).toBe(true);
    expect(vitals).toMatchObject({
      tcp: { outSegs: null, retransSegs: null },
      softnet: { dropped: null, squeezed: null },
      cpus: [],
      meanBusyPercent: null,
    });
    expect(surroundings?.kernel).toBeNull();
    expect(world.warnings).toEqual([]);
  });

  test('says in the log what it did not understand, and measures', async () => {
    const world = sender({
      read: (path, nth) => (path === '/proc/net/snmp' ? 'nothing known' : texts(path, nth)),
    });
    expect((await measured(world)).verdict.ok).toBe(true);
    expect(world.warnings).toMatchObject([{ what: '/proc/net/snmp' }, { what: '/proc/net/snmp' }]);
  });

  test('measures where a text cannot be read', async () => {
    const world = sender({
      read: (path, nth) => {
        if (path === '/proc/stat') throw new Error('EACCES');
        return texts(path, nth);
      },
    });
    const { verdict, vitals } = await measured(world);
    expect(verdict.ok).toBe(true);
    expect(vitals?.cpus).toEqual([]);
    expect(world.warnings.length).toBeGreaterThanOrEqual(2);
  });

  test('breaks off when a port loses its carrier, and says so', async () => {
    const world = sender({
      read: (path, nth) => {
        if (path.endsWith('/eth2/carrier')) return nth === 0 ? '1\n' : '0\n';
        return path.endsWith('/eth1/carrier') ? '1\n' : texts(path, nth);
      },
      onIperf: () => new Promise(() => undefined),
    });
    const outcome = await measured(world);
    expect(world.signals).toEqual(['iperf3 SIGTERM', 'ping SIGKILL']);
    expect(outcome).toMatchObject({
      verdict: { ok: false, fault: 'port-down', message: expect.stringContaining('eth2 of sync0 lost') },
      run: { ending: 'disturbed' },
    });
  });

  test('does not begin while others use the link, and may on a quiet one', async () => {
    const perLook = (bytes: number) =>
      sender({
        read: (path, nth) => (path.endsWith('/rx_bytes') ? String(nth * bytes) : texts(path, nth)),
      });
    const probe = {
      kind: 'probe',
      test: one,
      bond,
      peer: ends.peer,
      from: { host: 'alpha' as HostId, bond },
      to: { host: 'beta' as HostId, bond },
      ipBytes: 1500,
      identifier: null,
    } as const;
    const afterProbe = async (world: ReturnType<typeof sender>) => {
      await world.tests.probe(probe);
      await new Promise((resolve) => setTimeout(resolve, 150));
      return world.tests.measure({ ...order, portBps: 1e9 });
    };
    expect(await afterProbe(perLook(100e6))).toMatchObject({
      kind: 'refused',
      refusals: [
        { message: expect.stringContaining('of what eth1 carries; a measurement begins below 5 %') },
      ],
    });
    expect(await afterProbe(perLook(1000))).toMatchObject({ kind: 'measured' });
  });

  test('ends its pings when the test is cancelled', async () => {
    const world = sender({ onIperf: () => new Promise(() => undefined) });
    const outcome = world.tests.measure(order);
    while (world.started.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    await world.tests.cancel({ kind: 'cancel', test: one });
    expect(world.signals).toEqual(['iperf3 SIGTERM', 'ping SIGKILL']);
    expect(await outcome).toMatchObject({ kind: 'measured', run: { ending: 'cancelled' } });
  });
});

test.each([
  [1, '-i 0.2 -c 5 -w 1'],
  [120, '-i 0.2 -c 600 -w 120'],
  [3600, '-i 6 -c 600 -w 3600'],
])('a run of %d s is accompanied by at most 600 pings', (seconds, flags) => {
  expect(loadedRttArgv('sync0', '10.9.0.2', seconds).join(' ')).toBe(`ping -n ${flags} -I sync0 10.9.0.2`);
});
