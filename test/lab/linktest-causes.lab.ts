// lab: --hosts 3 --nics 2 --switches --rate 100mbit --timeout 600 --mem 1536M exclusive
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { carrierDown, carrierUp, heal, impair, portMtu, switchMtu } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { kill9, processesWith } from '@bondctl/lab/inside/processes';
import { addSwitch, lacp, lineRate, plugInto } from '@bondctl/lab/inside/rewire';
import { eventually } from '@bondctl/lab/inside/wait';
import { formatSubject, type RankedFinding } from '@bondctl/proto/model/finding';
import { caseOf, isAllowed } from './cluster/causes.ts';
import { cluster } from './cluster/cluster.ts';
import { ownersWord } from './cluster/owner.ts';
import { pairSpec, specFile } from './cluster/specs.ts';
import { askedOf } from './cluster/tested.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = ['alpha', 'beta', 'gamma'] as const;
const ends = ['alpha', 'beta'] as const;
const nics = ['eth1', 'eth2'] as const;
const nic = (name: string, at: 1 | 2) => ({ host: name, nic: `eth${at}` });
const asked = askedOf(client);
const noPartner = 'Partner Mac Address: 00:00:00:00:00:00';

const lacpOptions = (policy: string) => `{ miimon: 100, lacp_rate: fast, xmit_hash_policy: ${policy} }`;
const specOf = (mode: string, options: string): string =>
  pairSpec({ mode, options, mtu: 9000 })
    .replace('{ alpha: {}, beta: {} }', '{ alpha: {}, beta: {}, gamma: {} }')
    .replace('rate: 200Mbit/s', 'rate: 100Mbit/s');

async function apply(mode: string, options: string): Promise<void> {
  const { code, stdout, stderr } = await bondctl([
    'apply',
    '--yes',
    '-f',
    specFile('causes', specOf(mode, options)),
  ]);
  assert.equal(code, 0, stdout + stderr);
}

const said = ({ rule, subject, severity, evidence }: RankedFinding): string =>
  `${severity} ${formatSubject(subject)}: ${rule} (${evidence.join('; ')})`;

/** What a test finds: the first is the cause, and each other one is on the case's list in docs/diagnosis-cases.md. */
async function findsFirst(number: string, subject: RegExp, kind: Ill['class']): Promise<void> {
  const { findings, judgement, result } = await asked({ streams: 4, seconds: 3, class: kind ?? null });
  const all = [...findings.map(said), JSON.stringify(result.latency)].join('\n');
  const [cause, ...others] = findings;
  const { first, allowed } = caseOf(number);
  assert.ok(cause !== undefined, `nothing was found: ${JSON.stringify({ judgement, run: result.run })}`);
  assert.equal(cause.rule, first, all);
  assert.match(formatSubject(cause.subject), subject, all);
  assert.ok(cause.evidence.length > 0 && cause.advice !== '', said(cause));
  const surprising = others.filter(({ rule }) => !isAllowed(rule, [first, ...allowed]));
  assert.deepEqual(surprising.map(said), [], all);
}

/** What an ill is: how it is made, how it is told that it is there, and how it ends. */
type Ill = {
  readonly make: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
  /** A rule that `diagnose` finds once the hosts have reported the ill; none: nothing of it shows without traffic. */
  readonly shows?: string;
  /** Absent: a measurement. */
  readonly class?: 'stress';
};

async function finds(number: string, subject: RegExp, { make, end, shows, class: kind }: Ill): Promise<void> {
  await settled();
  try {
    await make();
    if (shows !== undefined) await diagnosed((rules) => rules.includes(shows));
    await findsFirst(number, subject, kind);
  } finally {
    await end();
  }
}

/** Resolves when what `diagnose` finds holds and has not changed for a while: LACP takes some rounds to settle. */
async function diagnosed(holds: (rules: readonly string[]) => boolean): Promise<void> {
  let before: readonly string[] = [];
  const looks = 3;
  await eventually(
    async () => {
      const { findings } = await client.diagnose('drbd');
      const rules = findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
      before = [...before, holds(rules) ? rules.join() : ''].slice(-looks);
      return before.length === looks && holds(rules) && new Set(before).size === 1;
    },
    { timeoutMs: 60_000, everyMs: 500 },
  );
}

const bondText = (name: string): string =>
  readFileSync(`/proc/${host(name).pid()}/net/bonding/sync0`, 'utf8');

/** Both ends use both ports, and the controller knows. */
async function settled(): Promise<void> {
  const isWhole = (name: string) => {
    const text = bondText(name);
    return !text.includes('802.3ad') || (text.includes('Number of ports: 2') && !text.includes(noPartner));
  };
  await eventually(() => ends.every(isWhole), { timeoutMs: 60_000, everyMs: 300 });
  await diagnosed((rules) => rules.length === 0);
}

const everyPort = async (act: (plug: { host: string; nic: string }) => Promise<unknown>): Promise<void> => {
  for (const name of ends) for (const at of nics) await act({ host: name, nic: at });
};

const remade = (words: string): readonly string[] => [
  'link set sync0 down',
  ...nics.map((at) => `link set ${at} nomaster`),
  `link set sync0 type bond ${words}`,
  ...nics.flatMap((at) => [`link set ${at} down`, `link set ${at} master sync0`]),
  'link set sync0 mtu 9000 up',
  'addr replace 10.9.0.2/24 dev sync0',
];

const bondOfGamma = (words: string): readonly string[] => [
  `link add sync0 type bond ${words} miimon 100`,
  ...nics.flatMap((at) => [`link set ${at} down`, `link set ${at} master sync0`]),
  'link set sync0 mtu 9000 up',
];

async function withoutGamma(): Promise<void> {
  await host('gamma').exec(['ip', 'link', 'del', 'sync0']);
  for (const at of nics) await host('gamma').ip(`link set ${at} down`);
}

before(async () => {
  for (const name of ['sw1', 'sw2']) await switchMtu(name, 9000);
  await addSwitch('sw3');
  await withoutGamma();
  await startController();
  await joinAll(names);
  for (const name of names) ownersWord(name, 'testClasses: [probe, measure, stress]');
  await startAgents(names);
  await apply('802.3ad', lacpOptions('layer3+4'));
});

test('a healthy link: no fault and no warning', async () => {
  await settled();
  const { findings, judgement } = await asked({ streams: 4, seconds: 3 });
  assert.deepEqual(findings.filter(({ severity }) => severity !== 'note').map(said), []);
  assert.equal(judgement.passed, true, JSON.stringify(judgement));
});

test('1: a cable is out', () =>
  finds('1', /^alpha\/sync0 eth2$/, {
    make: async () => {
      for (const name of ends) await carrierDown(nic(name, 2));
    },
    shows: 'port-no-carrier',
    end: async () => {
      for (const name of ends) await carrierUp(nic(name, 2));
    },
  }));

test('2: a switch with MTU 1500 on all legs', () =>
  finds('2 all', /^drbd$/, {
    make: async () => {
      for (const at of nics) await portMtu({ host: 'beta', nic: at }, 1500);
    },
    end: async () => {
      for (const at of nics) await portMtu({ host: 'beta', nic: at }, 9000);
    },
  }));

test('2: a switch with MTU 1500 on one leg', () =>
  finds('2 one', /eth2$/, {
    make: () => portMtu(nic('beta', 2), 1500),
    end: () => portMtu(nic('beta', 2), 9000),
  }));

test('3: the LACP partner is silent', () =>
  finds('3', /sync0$/, {
    make: () => everyPort((plug) => lacp(plug, 'swallowed')),
    shows: 'lacp-no-partner',
    end: () => everyPort((plug) => lacp(plug, 'passes')),
  }));

test('4: one end has another mode', () =>
  finds('4', /^drbd$/, {
    make: () => host('beta').ip(...remade('mode balance-rr')),
    shows: 'link-modes-differ',
    end: () => host('beta').ip(...remade('mode 802.3ad lacp_rate fast xmit_hash_policy layer3+4 miimon 100')),
  }));

test('5: the ports lead to two partners', () =>
  finds('5', /sync0$/, {
    make: async () => {
      await host('gamma').ip(...bondOfGamma('mode 802.3ad lacp_rate fast'));
      await plugInto(nic('gamma', 1), 'sw3');
      await plugInto(nic('beta', 2), 'sw3');
    },
    shows: 'ports-crossed',
    end: async () => {
      await withoutGamma();
      await plugInto(nic('gamma', 1), 'sw1');
      await plugInto(nic('beta', 2), 'sw2');
    },
  }));

test('6: a port is limited to a tenth', () =>
  finds('6', /^alpha\/sync0 eth2$/, {
    make: () => lineRate(nic('alpha', 2), '10mbit'),
    end: () => lineRate(nic('alpha', 2)),
  }));

test('7: one per cent of packets is lost', () =>
  finds('7', /drbd|alpha\/sync0/, {
    make: async () => {
      for (const at of nics) await impair({ host: 'alpha', nic: at }, 'loss 1%');
    },
    end: async () => {
      for (const at of nics) await heal({ host: 'alpha', nic: at });
    },
  }));

test('9: a policy that cannot split many streams', () =>
  finds('9', /sync0$/, {
    make: () => apply('802.3ad', lacpOptions('layer2')),
    end: () => apply('802.3ad', lacpOptions('layer3+4')),
  }));

test('10: others send too', async () => {
  const listens = async () => (await host('beta').must(['ss', '-ltnH', 'sport = :6000'])).includes('LISTEN');
  const others = ['-p', '6000', '-B', '10.9.0.1', '-u', '-b', '60M', '-t', '60'];
  const kill = () => host('alpha').exec(['pkill', '-f', 'iperf3 -c 10.9.0.2 -p 6000']);
  await finds('10', /^drbd$/, {
    // A measurement would not begin, and says why.
    class: 'stress',
    make: async () => {
      await host('beta').spawn(['iperf3', '-s', '-1', '-p', '6000', '-B', '10.9.0.2']);
      await eventually(listens, { timeoutMs: 10_000 });
      await host('alpha').spawn(['iperf3', '-c', '10.9.0.2', ...others]);
    },
    end: kill,
  });
});

test('11: a busy CPU', async () => {
  const burners: number[] = [];
  await finds('11', /^(alpha|beta)$/, {
    make: async () => {
      // Of high priority, since iperf3 needs little of the processor.
      const script = 'kill -STOP $$; exec timeout 8 nice -n -15 sh -c "while :; do :; done"';
      for (let nth = 0; nth < 3; nth += 1)
        burners.push((await host('gamma').spawn(['sh', '-c', script])).pid);
      // Only once traffic flows: a host that is this busy may not even start a server in time.
      void eventually(() => processesWith('iperf3 -c').length > 0, { timeoutMs: 60_000, everyMs: 50 }).then(
        () => {
          for (const pid of burners) process.kill(pid, 'SIGCONT');
        },
      );
    },
    end: async () => {
      for (const pid of burners) kill9(pid);
    },
  });
});

test('12: a third host has the address of an end', () =>
  finds('12', /sync0$/, {
    make: () => host('gamma').ip(...bondOfGamma('mode active-backup'), 'addr add 10.9.0.1/24 dev sync0'),
    shows: 'ip-on-two-hosts',
    end: withoutGamma,
  }));

test('8: one leg is late', async () => {
  await settled();
  await apply('balance-rr', '{ miimon: 100 }');
  await finds('8', /^drbd$/, {
    make: () => impair(nic('alpha', 2), 'delay 10ms'),
    end: () => heal(nic('alpha', 2)),
  });
});
