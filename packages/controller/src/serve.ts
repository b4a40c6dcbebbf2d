import { once } from 'node:events';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BondctlError } from '@bondctl/proto/model/error';
import { agentPath } from '@bondctl/proto/wire/limits';
import type { Logger } from 'pino';
import { createAdoption } from './adopt/adoption.ts';
import { openAlerts, readAlertSettings } from './alerting.ts';
import type { AlertSettings } from './alerts/routes.ts';
import { createFleet } from './api/fleet-source.ts';
import { listenOnSocket } from './api/listen.ts';
import type { HostLive, Parts } from './api/ports.ts';
import { createApi } from './api/server.ts';
import { bannerOf } from './banner.ts';
import { type Ca, openCa } from './ca/ca.ts';
import { createEnrolment, type Enrolment } from './ca/enrol.ts';
import type { Config, Listen } from './config.ts';
import { watchDrift } from './drift.ts';
import { createHistory, type HistoryKeeping } from './history/history.ts';
import { systemHubClock } from './hub/clock.ts';
import { createHub } from './hub/hub.ts';
import type { Hub } from './hub/hub-parts.ts';
import { openIntent, testIds } from './intent.ts';
import { urlOf } from './join-command.ts';
import { createLog } from './log.ts';
import { createMembership } from './membership.ts';
import { createOperators } from './operators/operators.ts';
import { createFeed, type Feed } from './record/feed.ts';
import { createRecorder, type Recorder } from './record/recorder.ts';
import { databaseFile, takeStateFolder } from './state-folder.ts';
import type { Store } from './store/ports.ts';
import { openStore } from './store/sql.ts';
import { sqliteDialect } from './store/sqlite.ts';
import { openWeb, type WebOpened, webNames } from './web.ts';

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

async function open(house: House): Promise<string> {
  const { config, closers, log } = house;
  const alertSettings = await readAlertSettings(config.alerts);
  closers.push(await takeStateFolder(config.stateFolder));
  const store = await openStore(await sqliteDialect(join(config.stateFolder, databaseFile)));
  closers.push(() => store.close());
  const recorder = createRecorder(store.events, nowUnixMs);
  const names = config.names.length > 0 ? config.names : [hostname()];
  const ca = await openCa({
    folder: join(config.stateFolder, 'ca'),
    names: [...names, ...webNames(config)],
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
  const web = await openApi(house, { store, recorder, hub, ca, hubUrl, enrolUrl, alertSettings });
  log.info({ hub: hub.port(), enrolment: enrolment.port() }, 'listening');
  return bannerOf({ ...house, hub: hubUrl(), enrolment: enrolUrl(), web, pin: ca.pin });
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
    heardStore: {
      load: recorder.heard,
      save: (actor, facts, heard) => recorder.appendHeard(nowUnixMs(), actor, facts, heard),
      forget: recorder.forgetHeard,
    },
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
  readonly ca: Ca;
  readonly alertSettings: AlertSettings;
  readonly hubUrl: () => string;
  readonly enrolUrl: () => string;
}

async function openApi(house: House, opened: Opened): Promise<WebOpened> {
  const { store, recorder, hub } = opened;
  const { live, history } = openLive(house, opened);
  const { linkTests, rollouts, sweeps } = openIntent({
    log: house.log,
    stopping: house.stopping.signal,
    store,
    recorder,
    hub,
  });
  const resumed = [...(await rollouts.resumeAll()), ...(await sweeps.resumeAll())];
  if (resumed.length > 0) house.log.info({ resumed }, 'resumed');
  const membership = createMembership({
    identity: store.identity,
    recorder,
    hub,
    nowUnixMs,
    pin: opened.ca.pin,
    enrolUrl: opened.enrolUrl,
  });
  let web: WebOpened = { why: 'off' };
  const alerts = await openAlerts({
    settings: opened.alertSettings,
    sight: { store, agents: hub, nowUnixMs },
    store,
    recorder,
    log: house.log,
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
    alerts,
    membership,
    operators: createOperators({
      store: store.operators,
      record: recorder.record,
      nowUnixMs,
      monotonicMs: () => performance.now(),
    }),
    webPlace: () => ('url' in web ? web : { url: null, caFile: null }),
    adopt: openAdoption(opened),
    stopping: house.stopping.signal,
  };
  await watchDrift({ parts, hub, rollouts, log: house.log });
  void alerts.keep(house.stopping.signal);
  const api = createApi(parts, house.log);
  await listenOnSocket(api, house.config.socket);
  house.closers.push(() => api.close());
  web = await openWeb({ ...house, ca: opened.ca }, parts);
  return web;
}

/** What agents tell while it happens: counters into the history, the rest to whoever listens. */
function openLive(
  house: House,
  { store, hub }: Opened,
): { readonly live: Feed<HostLive>; readonly history: HistoryKeeping } {
  const live = createFeed<HostLive>(liveKept);
  const history = openHistory(house, store);
  hub.onLive((host, one) => {
    if (one.kind === 'counters') history.heard(host, one, performance.now());
    else live.push({ host, live: one });
  });
  return { live, history };
}

/** Kept until the controller stops, and then written: whoever closes the store waits for that. */
function openHistory({ config, log, stopping, closers }: House, store: Store): HistoryKeeping {
  const history = createHistory({
    rules: config.history,
    store,
    clock: {
      nowUnixMs,
      sleep: (ms, signal) => sleep(ms, undefined, { ref: false, signal }).catch(() => undefined),
    },
    log,
  });
  const running = history.run(stopping.signal);
  closers.push(() => running);
  return history;
}

const openAdoption = ({ store, hub }: Opened): Parts['adopt'] =>
  createAdoption({
    agents: hub,
    hosts: store.identity,
    revisions: store.rollouts,
    ids: testIds(),
    clock: { monotonicMs: () => performance.now() },
  });
