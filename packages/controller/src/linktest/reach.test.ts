import { readFileSync } from 'node:fs';
import { type IperfRun, type RunFault, type RunVerdict, tcpForth } from '@bondctl/proto/model/linktest';
import { describe, expect, test } from 'vitest';
import { figuresOf, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import { ask } from './orders.ts';
import { withReach } from './reach.ts';

const plan = testPlanOf();
const tcp = { streams: 1, seconds: 10, ...tcpForth };
const udp = { ...tcp, protocol: 'udp', offeredBps: 1e6 } as const;
const recorded = (name: string): RunVerdict => {
  const file = new URL(`../../../../test/fixtures/iperf3/${name}/case.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { verdict: RunVerdict }).verdict;
};
const bad = (fault: RunFault, message: string): RunVerdict => ({ ok: false, fault, message });
const server = (ending: IperfRun['ending']): IperfRun => ({
  role: 'server',
  version: '3.12',
  command: [],
  document: '',
  exit: { kind: 'code', code: 0 },
  ending,
});
const said = (
  verdict: RunVerdict,
  run: typeof tcp | typeof udp = tcp,
  ending: IperfRun['ending'] = 'watchdog',
): string => {
  const order = ask.measure(plan, run, 20_111, null).order;
  const reached = order.kind === 'measure' ? withReach(verdict, plan, order, server(ending)) : verdict;
  return reached.ok ? '' : reached.message;
};

const remedy = "open the ports from ports.from to ports.to of beta's agent.yaml for 10.9.0.1, TCP and UDP";
const tcpPort = 'alpha cannot reach TCP port 20111 of beta (10.9.0.2)';

describe('a client whose server listened and was not reached', () => {
  test.each(['3.12', '3.18', '3.22'])('is told of a firewall that drops: iperf3 %s', (version) => {
    const why = 'nothing answers, so a firewall drops it';
    expect(said(recorded(`${version}-filtered`))).toContain(`${tcpPort}: ${why}; ${remedy} (iperf3 said: `);
  });

  test.each(['3.12', '3.18', '3.22'])('is told of a firewall that rejects: iperf3 %s', (version) => {
    const why = 'it is refused although iperf3 listened there, so a firewall rejects it';
    expect(said(recorded(`${version}-refused`))).toContain(`${tcpPort}: ${why}; ${remedy} (iperf3 said: `);
  });

  test.each(['3.9-filtered', '3.9-refused'])(
    'is told of both where iperf3 does not say which: %s',
    (name) => {
      expect(said(recorded(name))).toContain(`${tcpPort}: a firewall drops or rejects it; ${remedy}`);
    },
  );

  test.each(['3.9', '3.12', '3.18', '3.22'])('is told of UDP where only TCP passes: iperf3 %s', (version) => {
    expect(said(recorded(`${version}-udp-filtered`), udp)).toContain(
      'alpha cannot reach UDP port 20111 of beta (10.9.0.2): nothing answers, so a firewall drops it',
    );
  });

  test.each(['3.9-stolen-client', '3.9-refused', '3.12-refused', '3.22-refused'])(
    'is told of somebody else where the server ended by itself: %s',
    (name) => {
      expect(said(recorded(name), tcp, 'finished')).toContain(
        `${tcpPort}: something else connected to the one-off server first; open the ports`,
      );
    },
  );

  test('is told of a firewall that drops, however the server ended', () => {
    expect(said(recorded('3.12-filtered'), tcp, 'finished')).toContain('a firewall drops it');
  });

  test('is told of an answer of ICMP', () => {
    expect(said(bad('cannot-connect', 'unable to connect to server: No route to host'))).toContain(
      `${tcpPort}: a firewall rejects it; `,
    );
  });
});

describe('what is said of others stays', () => {
  test.each([
    bad('cannot-connect', 'iperf3 said: unable to connect to server: Network is unreachable'),
    bad('interrupted', 'iperf3 said: unable to read from stream socket: Connection timed out'),
    bad('busy', 'iperf3 said: the server is busy'),
  ])('%j', (verdict) => {
    expect(said(verdict)).toBe(verdict.ok ? '' : verdict.message);
  });

  test('of a run that is well', () => {
    expect(said({ ok: true, figures: figuresOf() })).toBe('');
  });
});
