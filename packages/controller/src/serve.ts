import { once } from 'node:events';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BondctlError } from '@bondctl/proto/model/error';
import type { SweepId, TestId } from '@bondctl/proto/model/names';
import { agentPath } from '@bondctl/proto/wire/limits';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { createAdoption } from './adopt/adoption.ts';
import { createFleet } from './api/fleet-source.ts';
import { listenOnSocket } from './api/listen.ts';
import type { HostLive, LinkTests, Parts } from './api/ports.ts';
import { createApi } from './api/server.ts';
import { createRead } from './assess/read.ts';
import { createLinkTests } from './assess/tests.ts';
import { type Ca, openCa } from './ca/ca.ts';
import { createEnrolment, type Enrolment } from './ca/enrol.ts';
import type { Config, Listen } from './config.ts';
import { watchDrift } from './drift.ts';
import { createFaults } from './faults.ts';
import { createHistory } from './history/history.ts';
import { systemHubClock } from './hub/clock.ts';
import { createHub } from './hub/hub.ts';
import type { Hub } from './hub/hub-parts.ts';
import { urlOf } from './join-command.ts';
import { createMeasure } from './linktest/runner.ts';
import { createLog } from './log.ts';
import { createMembership, membersOnly } from './membership.ts';
import { createFeed } from './record/feed.ts';
import { createRecorder, type Recorder } from './record/recorder.ts';
import { createIds } from './rollout/ids.ts';
import { createRollouts, type Rollouts } from './rollout/runner.ts';
import { databaseFile, takeStateFolder } from './state-folder.ts';
import type { RolloutStore, Store } from './store/ports.ts';
import { openStore } from './store/sql.ts';
import { sqliteDialect } from './store/sqlite.ts';
import { besideSweeps } from './sweep/exclusive.ts';
import { createSweeps, type Sweeps } from './sweep/sweeps.ts';

const dayMs = 86_400_000;
const drainMs = 15_000;
const liveKept = 1_000;
const onlyUs = 0o077;

/** What is running, and what must be closed: the last opened first. */
interface House {
  readonly config: Config;
  readonly version: string;
  readonly log: Logger;
  readonly stopping: AbortController;
  readonly closers: (() => unknown)[];
}

/** Runs the controller until SIGTERM or SIGINT, then drains: streams end, agents are told, the store is closed. */
export async function serve(config: Config, version: string): Promise<void> {
  process.umask(onlyUs);
  const log = createLog(config.logLevel);
  const house: House = { config, version, log, stopping: new AbortController(), closers: [] };
  try {
    const banner = await open(house);
    const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    process.stderr.write(banner);
    log.info({ version, socket: config.socket }, 'serving');
    await stopped;
    log.info({}, 'stopping');
  } finally {
    await close(house);
  }
  // What a stopping controller leaves undecided waits for nothing here: it is taken up at the next start.
  process.exit(0);
}

async function close({ stopping, closers, log }: House): Promise<void> {
  stopping.abort();
  const drained = (async () => {
    for (const closer of closers.toReversed()) await closer();
  })();
  await Promise.race([drained, sleep(drainMs, undefined, { ref: false })]).catch((error: unknown) =>
    log.error({ err: error }, 'closing failed'),
  );
}

const nowUnixMs = (): number => Date.now();

/** Deadlines of rollouts must not move with the wall clock: its time when this program began, and what has passed since. */
const steadyUnixMs = (): number => Math.round(performance.timeOrigin + performance.now());

async function open(house: House): Promise<string> {
  const { config, closers, log } = house;
  closers.push(await takeStateFolder(config.stateFolder));
  const store = await openStore(await sqliteDialect(join(config.stateFolder, databaseFile)));
  closers.push(() => store.close());
  const recorder = createRecorder(store.events, nowUnixMs);
  const names = config.names.length > 0 ? config.names : [hostname()];
  const ca = await openCa({
    folder: join(config.stateFolder, 'ca'),
    names,
    nowUnixMs,
    certificateMs: config.certificateDays * dayMs,
  });
  const hub = await listening('--listen', config.listen, () => openHub(house, store, recorder, ca));
  closers.push(() => hub.close());
  const [name = 'localhost'] = names;
  const hubUrl = () => urlOf('wss', name, hub.port(), agentPath);
  const enrolment = await listening('--enrol-listen', config.enrolListen, () =>
    openEnrolment(house, store, recorder, ca, hubUrl),
  );
  closers.push(() => enrolment.close());
  const enrolUrl = () => urlOf('https', name, enrolment.port());
  await openApi(house, { store, recorder, hub, pin: ca.pin, hubUrl, enrolUrl });
  log.info({ hub: hub.port(), enrolment: enrolment.port() }, 'listening');
  return bannerOf(house, hubUrl(), enrolUrl());
}

async function listening<T>(flag: string, { host, port }: Listen, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof BondctlError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BondctlError(
      'failed',
      `Nobody can listen on ${host}:${port} (${code}); choose another ${flag}.`,
      {
        cause: error,
      },
    );
  }
}

const openHub = (house: House, store: Store, recorder: Recorder, ca: Ca): Promise<Hub> =>
  createHub({
    identityStore: store.identity,
    ca,
    record: recorder.record,
    clock: systemHubClock,
    log: house.log,
    listen: house.config.listen,
  });

const openEnrolment = (
  house: House,
  store: Store,
  recorder: Recorder,
  ca: Ca,
  hubUrl: () => string,
): Promise<Enrolment> =>
  createEnrolment({
    ca,
    store: store.identity,
    record: async (actor, fact) => void (await recorder.record(actor, fact)),
    nowUnixMs,
    listen: house.config.enrolListen,
    hubUrl,
    onError: (thrown) => house.log.error({ err: thrown }, 'enrolment failed'),
  });

interface Opened {
  readonly store: Store;
  readonly recorder: Recorder;
  readonly hub: Hub;
  readonly pin: string;
  readonly hubUrl: () => string;
  readonly enrolUrl: () => string;
}

async function openApi(house: House, opened: Opened): Promise<void> {
  const { store, recorder, hub } = opened;
  const live = createFeed<HostLive>(liveKept);
  const history = createHistory((thrown) => house.log.error({ err: thrown }, 'a listener of rates failed'));
  hub.onLive((host, one) => {
    if (one.kind !== 'counters') live.push({ host, live: one });
    else history.rates.heard(host, { counters: one, heardMs: performance.now(), atUnixMs: nowUnixMs() });
  });
  const { linkTests, rollouts, sweeps } = openIntent(house, opened);
  const resumed = [...(await rollouts.resumeAll()), ...(await sweeps.resumeAll())];
  if (resumed.length > 0) house.log.info({ resumed }, 'resumed');
  const membership = createMembership({
    identity: store.identity,
    recorder,
    hub,
    nowUnixMs,
    pin: opened.pin,
    enrolUrl: opened.enrolUrl,
  });
  const parts: Parts = {
    about: { version: house.version, hub: opened.hubUrl(), enrolment: opened.enrolUrl() },
    nowUnixMs,
    store,
    recorder,
    agents: hub,
    live,
    history,
    fleet: createFleet({
      store,
      recorder,
      agents: hub,
      nowUnixMs,
      stopping: house.stopping.signal,
      onReport: (listener) => hub.onReport(listener),
    }),
    changes: rollouts,
    linkTests,
    sweeps,
    membership,
    adopt: openAdoption(opened),
    stopping: house.stopping.signal,
  };
  await watchDrift({ parts, hub, rollouts, log: house.log });
  const api = createApi(parts, house.log);
  await listenOnSocket(api, house.config.socket);
  house.closers.push(() => api.close());
}

const testIds = () => ({ ...createIds(), test: () => `test_${nanoid()}` as TestId });

const openAdoption = ({ store, hub }: Opened): Parts['adopt'] =>
  createAdoption({
    agents: hub,
    hosts: store.identity,
    revisions: store.rollouts,
    ids: testIds(),
    clock: { monotonicMs: () => performance.now() },
  });

function openIntent(
  { log, stopping }: House,
  { store, recorder, hub }: Opened,
): { readonly linkTests: LinkTests; readonly rollouts: Rollouts; readonly sweeps: Sweeps } {
  const ids = testIds();
  const clock = {
    nowUnixMs,
    monotonicMs: () => performance.now(),
    sleep: (ms: number) => sleep(ms),
  };
  const { record } = recorder;
  const { tests, identity } = store;
  const linkTests = createLinkTests({
    measure: createMeasure({ agents: hub, clock, ids, random: Math.random, log }),
    read: createRead({ agents: hub, identity, tests, rollouts: store.rollouts, digest: ids.digest }),
    tests,
    clock,
    record,
  });
  const members = membersOnly(hub, store.identity);
  const steady = { ...clock, nowUnixMs: steadyUnixMs };
  const rollouts = createRollouts({
    agents: members,
    store: haltedBy(stopping.signal, store.rollouts),
    prover: linkTests,
    clock: steady,
    record,
    ids,
    faults: createFaults(process.env['BONDCTL_FAULT']),
    log,
  });
  const sweeps = createSweeps({
    agents: members,
    store: { ...store.sweeps, latestRevision: store.rollouts.latestRevision },
    clock: steady,
    record,
    ids: { ...ids, sweep: () => `sw_${nanoid()}` as SweepId },
    log,
    measureAs: (actor) => (link, run, during) => linkTests.trial(actor, link, run, during),
    rolling: rollouts.running,
  });
  return { linkTests, rollouts: besideSweeps(rollouts, sweeps), sweeps };
}

/**
 * A stopping controller decides nothing more: a rollout that sees its agents go away must not take that for their
 * answer. What it would store next never is, so nothing follows from it, and the next start resumes what is stored.
 */
function haltedBy(stopping: AbortSignal, store: RolloutStore): RolloutStore {
  return {
    ...store,
    saveRollout: (row) => (stopping.aborted ? new Promise(() => {}) : store.saveRollout(row)),
  };
}

const bannerOf = ({ config, version }: House, hubUrl: string, enrolUrl: string): string =>
  [
    `bondctl-controller ${version} is serving.`,
    `  state     ${config.stateFolder}`,
    `  API       ${config.socket}`,
    `  agents    ${hubUrl}`,
    `  enrolment ${enrolUrl}`,
    'Next: "bondctl token create" prints the command to type on each server.',
    '',
  ].join('\n');
