import type { AlertView } from '@bondctl/proto/model/alert';
import type { HostReport } from '@bondctl/proto/model/host';
import type { AlertId, CommandId, HostId, LinkName, RolloutId, TestId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type { SweepPlanView, SweepView } from '@bondctl/proto/model/sweep';
import type { PlanView } from '@bondctl/proto/model/view';
import { createAdoption } from '../../packages/controller/src/adopt/adoption.ts';
import { createFleet } from '../../packages/controller/src/api/fleet-source.ts';
import type { HostLive, Parts } from '../../packages/controller/src/api/ports.ts';
import { createOperators } from '../../packages/controller/src/operators/operators.ts';
import { createFeed } from '../../packages/controller/src/record/feed.ts';
import { createRecorder } from '../../packages/controller/src/record/recorder.ts';
import { usualRules } from '../../packages/controller/src/spec/rules.ts';
import type { TestRow } from '../../packages/controller/src/store/ports.ts';
import { openStore } from '../../packages/controller/src/store/sql.ts';
import { sqliteDialect } from '../../packages/controller/src/store/sqlite.ts';
import { likeThePost, sweepOf } from './fake-candidates.ts';
import { fakeHistory } from './fake-history.ts';
import { bondReport, name } from './fake-report.ts';
import { figuresOf, resultOf, unread } from './fake-test.ts';

export const alpha = 'alpha' as HostId;
export const beta = 'beta' as HostId;
export const fakeRollout = 'ro_fake12345' as RolloutId;

/** The link `drbd` between alpha and beta. */
export const drbd: Link = {
  name: 'drbd' as LinkName,
  ends: [
    { host: alpha, bond: name('sync0') },
    { host: beta, bond: name('sync0') },
  ],
  medium: 'direct',
  declared: null,
  expect: { throughput: null, pathMtu: true, retransmitsAtMostPercent: null },
};

/** A spec of two hosts and one link. */
export const fakeSpec: ClusterSpec = {
  hosts: [alpha, beta].map((id) => ({ id, labels: {} })),
  desires: [],
  links: [drbd],
  meshes: [{ name: 'every', links: [drbd.name], witnesses: null }],
  rollout: usualRules,
};

/** A plan with nothing in it. */
export const emptyPlan: PlanView = {
  digest: 'd1',
  nothingToDo: true,
  changeSets: [],
  waves: [],
  refusals: [],
  notes: [],
  remarks: [],
  text: 'nothing to do\n',
};

/** A test that passed. */
export const fakeTest: TestRow = {
  id: 'test_fake12345' as TestId,
  atUnixMs: 1_000,
  result: resultOf(drbd, {
    id: 'test_fake12345' as TestId,
    run: {
      ok: true,
      figures: figuresOf({
        receivedBps: 1_960_000_000,
        receivedBytes: 2_450_000_000,
        sentBytes: 2_460_000_000,
        retransmits: 3,
      }),
    },
    ports: {
      sender: [
        { name: name('eth2'), txBytes: 1_230_000_000, rxBytes: 1_000 },
        { name: name('eth3'), txBytes: 1_230_000_000, rxBytes: 1_000 },
      ],
      receiver: [],
    },
    capacity: { source: 'kernel', rateBps: 1_000_000_000, framing: 'ethernet' },
  }),
  judgement: {
    percentOfConfiguration: 99,
    percentOfHardware: 99,
    ceilingBps: 1_980_000_000,
    hardwareBps: 1_980_000_000,
    ceilingSentence: '2 x 990 Mbit/s',
    verdicts: [],
    passed: true,
  },
  ...unread,
};

type Store = Awaited<ReturnType<typeof openStore>>;
type Recorder = ReturnType<typeof createRecorder>;
interface Ground {
  readonly store: Store;
  readonly recorder: Recorder;
  readonly asked: unknown[];
}

const fakeChanges = ({ store, recorder, asked }: Ground): Parts['changes'] => ({
  async plan(spec) {
    asked.push(['plan', spec]);
    return emptyPlan;
  },
  async apply(actor, spec, digest) {
    asked.push(['apply', actor, spec, digest]);
    const { revision } = await store.rollouts.addRevision(1_000, actor, spec.text, fakeSpec);
    const row = { id: fakeRollout, revision, startedUnixMs: 1_000, ended: false, state: {} };
    await store.rollouts.saveRollout(row);
    await recorder.record(actor, { type: 'rolloutStarted', rollout: fakeRollout, revision });
    return { revision, rollout: fakeRollout };
  },
  async control(actor, id, action) {
    asked.push([action, actor, id]);
    const type = ({ pause: 'pauseAsked', resume: 'rolloutResumed', abort: 'abortAsked' } as const)[action];
    await recorder.record(actor, { type, rollout: id, by: actor });
  },
  async undo(id) {
    asked.push(['undo', id]);
    return { file: `undo of ${id}`, text: 'version: 1\n' };
  },
});

const fakeTests = ({ store, recorder, asked }: Ground): Parts['linkTests'] => ({
  async run(actor, link, parameters) {
    asked.push(['test', actor, link.name, parameters]);
    await store.tests.addTest(fakeTest);
    const passed = fakeTest.judgement.passed;
    await recorder.record(actor, {
      type: 'linkTested',
      test: fakeTest.id,
      link: link.name,
      passed,
      sentence: '',
    });
    return fakeTest;
  },
});

/** The sweep that has been. */
export const fakeSweep: SweepView = sweepOf(likeThePost);

const fakeSweepPlan: SweepPlanView = {
  link: drbd.name,
  streams: [1],
  runs: 3,
  seconds: 10,
  candidates: likeThePost.map((one) => ({ ...one, deadlineMs: one.isThere ? null : 90_000, refused: '' })),
  expectedMs: 180_000,
  rebuilds: 4,
};

const fakeSweeps = ({ recorder, asked }: Ground): Parts['sweeps'] => ({
  async plan(wish) {
    asked.push(['plan sweep', wish]);
    return fakeSweepPlan;
  },
  async start(actor, wish) {
    asked.push(['sweep', actor, wish]);
    await recorder.record(actor, {
      type: 'sweepStarted',
      rollout: fakeSweep.id,
      link: drbd.name,
      candidates: 0,
    });
    // Whoever follows it has heard of its beginning by then.
    const ended = new Promise<SweepView>((resolve) => setTimeout(resolve, 20, fakeSweep));
    return { id: fakeSweep.id, ended };
  },
  sweep: async () => fakeSweep,
  list: async () => [fakeSweep],
  async kept(id, candidate) {
    asked.push(['keep', id, candidate]);
    return { file: `best of ${id}`, text: 'version: 1\n' };
  },
});

/** An alert that holds. */
export const fakeAlert: AlertView = {
  id: 'alert_fake1234-1' as AlertId,
  rule: 'bondDegraded',
  subject: 'drbd',
  kind: 'link',
  severity: 'warning',
  state: 'firing',
  sinceUnixMs: 1_000,
  endedUnixMs: null,
  silencedUntilUnixMs: null,
  sentence: 'alpha/sync0: down: eth3',
  members: ['alpha/sync0/eth3'],
  deliveries: [],
};

const fakeAlerts = ({ recorder, asked }: Ground): Parts['alerts'] => ({
  async list(wish) {
    asked.push(['alerts', wish]);
    return [fakeAlert];
  },
  async silence(actor, id, forMs) {
    const untilUnixMs = 1_000 + forMs;
    await recorder.record(actor, { type: 'alertSilenced', alert: id, untilUnixMs, by: actor });
    return { ...fakeAlert, state: 'silenced', silencedUntilUnixMs: untilUnixMs };
  },
  async test(actor) {
    const failed = ['webhook:pager.example'];
    await recorder.record(actor, { type: 'alertRoutesTried', targets: failed, failed, by: actor });
    return [{ target: 'webhook:pager.example', delivered: false, error: 'it answered 500' }];
  },
  counts: () => ({
    rules: [{ rule: 'bondDown', severity: 'critical', firing: 1, silenced: 0 }],
    deliveries: { delivered: 0, failed: 0, waiting: 0 },
  }),
});

const fakeMembership = ({ store, recorder }: Ground): Parts['membership'] => ({
  async createToken(actor, { host, uses }) {
    await recorder.record(actor, { type: 'tokenCreated', tokenId: 'tok_1' });
    return { id: 'tok_1', token: 'secret', host, expiresUnixMs: 2_000, uses, command: 'join' };
  },
  async removeHost(actor, host) {
    await store.identity.removeHost(host, 1_000);
    await recorder.record(actor, { type: 'hostRemoved', host });
  },
});

/** Adoption of what is reported, over agents that are too old to tell of files and send no probes. */
const fakeAdoption = ({ store }: Ground, reports: ReadonlyMap<HostId, HostReport>): Parts['adopt'] =>
  createAdoption({
    agents: {
      presence: (host) => (reports.has(host) ? 'connected' : 'unknown'),
      report: (host) => reports.get(host),
      ask: async () => ({ kind: 'refused', code: 'unsupported', refusals: [] }),
    },
    hosts: store.identity,
    revisions: store.rollouts,
    ids: { command: () => 'cmd_fake12345' as CommandId, test: () => 'test_fake12345' as TestId },
    clock: { monotonicMs: () => 0 },
  });

const fakeAgents = (reports: ReadonlyMap<HostId, HostReport>): Parts['agents'] => ({
  presence: (host) => (reports.has(host) ? 'connected' : 'unknown'),
  lastSeenUnixMs: (host) => (reports.has(host) ? 900 : undefined),
  report: (host) => reports.get(host),
});

/** The API's parts over a store in memory, with agents, rollouts and tests that only remember what they were asked. */
export async function fakeParts(reports: ReadonlyMap<HostId, HostReport> = new Map([[alpha, bondReport()]])) {
  const store = await openStore(await sqliteDialect(':memory:'));
  const ground: Ground = { store, recorder: createRecorder(store.events, () => 1_000), asked: [] };
  const stop = new AbortController();
  const agents = fakeAgents(reports);
  const parts: Parts = {
    about: { version: '0.1.0', hub: '0.0.0.0:7440', enrolment: '0.0.0.0:7441' },
    nowUnixMs: () => 1_000,
    store,
    recorder: ground.recorder,
    agents,
    live: createFeed<HostLive>(100),
    history: fakeHistory(),
    fleet: createFleet({
      store,
      recorder: ground.recorder,
      agents,
      nowUnixMs: () => 1_000,
      stopping: stop.signal,
      onReport: () => () => undefined,
    }),
    changes: fakeChanges(ground),
    linkTests: fakeTests(ground),
    sweeps: fakeSweeps(ground),
    alerts: fakeAlerts(ground),
    membership: fakeMembership(ground),
    operators: createOperators({
      store: store.operators,
      record: ground.recorder.record,
      nowUnixMs: () => 1_000,
      monotonicMs: () => 0,
    }),
    webPlace: () => ({ url: 'https://localhost:7442', caFile: '/var/lib/bondctl/ca/ca.pem' }),
    adopt: fakeAdoption(ground, reports),
    stopping: stop.signal,
  };
  for (const host of [alpha, beta])
    await store.identity.addHost({ host, enrolledUnixMs: 500, removedUnixMs: null });
  return { ...ground, parts, stop };
}
