// A controller's hub, CA and enrolment, and real agents' uplinks, over real sockets on loopback.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import {
  type CommandId,
  type HostId,
  parseHostId,
  parseId,
  type TestId,
  type TxId,
} from '@bondctl/proto/model/names';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import type { Clock, Files } from '../../packages/agent/src/kernel/ports.ts';
import type { Handlers } from '../../packages/agent/src/uplink/dispatch.ts';
import { loadIdentity, saveIdentity } from '../../packages/agent/src/uplink/identity.ts';
import { joinCommand } from '../../packages/agent/src/uplink/join.ts';
import { createDial } from '../../packages/agent/src/uplink/socket.ts';
import { createUplink } from '../../packages/agent/src/uplink/uplink.ts';
import type { Uplink } from '../../packages/agent/src/uplink/uplink-parts.ts';
import { type Ca, openCa } from '../../packages/controller/src/ca/ca.ts';
import { createEnrolment, type Enrolment } from '../../packages/controller/src/ca/enrol.ts';
import { createToken } from '../../packages/controller/src/ca/token.ts';
import { systemHubClock } from '../../packages/controller/src/hub/clock.ts';
import type { HeardStore } from '../../packages/controller/src/hub/heard-store.ts';
import { createHub } from '../../packages/controller/src/hub/hub.ts';
import type { Hub } from '../../packages/controller/src/hub/hub-parts.ts';
import type { HeardRow } from '../../packages/controller/src/store/ports.ts';
import { memoryIdentityStore } from '../fakes/memory-identity-store.ts';

const agentClock: Clock = {
  ...systemHubClock,
};

export const host = (name: string): HostId => {
  const parsed = parseHostId(name);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

let made = 0;
function fresh(kind: string): string {
  made += 1;
  return `${kind}_${String(made).padStart(8, '0')}`;
}

function idOf<K extends 'cmd' | 'tx' | 'test'>(kind: K) {
  const parsed = parseId(kind, fresh(kind));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
export const commandId = (): CommandId => idOf('cmd');
export const txId = (): TxId => idOf('tx');
export const testId = (): TestId => idOf('test');

export const report = (kernel: string): HostReport => ({
  kernel,
  agentVersion: '0.1.0',
  iperf3Version: null,
  bootId: 'boot',
  state: { interfaces: [], bonds: [], routes: [], controlPath: [] },
  bonds: [],
  unknownLines: [],
  transaction: null,
  drift: [],
});

const failed: CommandOutcome = { kind: 'failed', message: 'nobody carries this out here' };
const nobody = () => Promise.resolve(failed);

/** Handlers that fail, but for those given. */
export const handlers = (some: Partial<Handlers> = {}): Handlers => ({
  plan: nobody,
  prepare: nobody,
  apply: nobody,
  confirm: nobody,
  rollBack: nobody,
  forget: nobody,
  probe: nobody,
  serve: nobody,
  measure: nobody,
  collect: nobody,
  cancel: nobody,
  describe: nobody,
  ...some,
});

/** Waits until `check` gives something that is not undefined or false. */
export async function eventually<T>(
  what: string,
  check: () => T | undefined | false,
  withinMs = 5000,
): Promise<T> {
  const untilMs = performance.now() + withinMs;
  for (;;) {
    const got = check();
    if (got !== undefined && got !== false) return got;
    if (performance.now() > untilMs) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface WorldOptions {
  readonly ttlMs?: number;
  readonly certificateMs?: number;
  readonly agentsAtMost?: number;
}

export type Said = readonly [level: string, message: string, details: object];

/** One controller in this process, with its store, CA and listeners; it can be stopped and started again. */
export class World {
  readonly store = memoryIdentityStore();
  readonly facts: Fact[] = [];
  readonly said: Said[] = [];
  readonly folder: string;
  readonly options: WorldOptions;
  ca!: Ca;
  hub!: Hub;
  enrolment!: Enrolment;
  #port = 0;
  readonly #uplinks: Uplink[] = [];

  private constructor(folder: string, options: WorldOptions) {
    this.folder = folder;
    this.options = options;
  }

  static async make(options: WorldOptions = {}): Promise<World> {
    const world = new World(await mkdtemp(join(tmpdir(), 'bondctl-hub-')), options);
    world.ca = await openCa({
      folder: join(world.folder, 'ca'),
      names: ['controller.test'],
      nowUnixMs: Date.now,
      certificateMs: options.certificateMs ?? 86_400_000,
      ...(options.certificateMs === undefined ? {} : { backdateMs: 0 }),
    });
    await world.startHub();
    world.enrolment = await createEnrolment({
      ca: world.ca,
      store: world.store,
      record: world.record,
      nowUnixMs: Date.now,
      listen: { host: '127.0.0.1', port: 0 },
      hubUrl: () => world.hubUrl(),
      onError: (thrown) => world.said.push(['error', String(thrown), {}]),
    });
    return world;
  }

  record = async (_: string, fact: Fact): Promise<void> => {
    this.facts.push(fact);
  };

  log = {
    info: (details: object, message: string) => void this.said.push(['info', message, details]),
    warn: (details: object, message: string) => void this.said.push(['warn', message, details]),
    error: (details: object, message: string) => void this.said.push(['error', message, details]),
  };

  /** How far hosts were heard; it outlives the hub. */
  readonly heard = new Map<HostId, HeardRow>();

  readonly heardStore: HeardStore = {
    load: async () => [...this.heard.values()],
    save: async (_, facts, row) => {
      this.facts.push(...facts);
      this.heard.set(row.host, row);
    },
    forget: async (name) => void this.heard.delete(name),
  };

  async startHub(): Promise<void> {
    this.hub = await createHub({
      heardStore: this.heardStore,
      identityStore: this.store,
      ca: this.ca,
      record: this.record,
      clock: systemHubClock,
      log: this.log,
      listen: { host: '127.0.0.1', port: this.#port },
      ...(this.options.ttlMs === undefined ? {} : { ttlMs: this.options.ttlMs }),
      ...(this.options.agentsAtMost === undefined ? {} : { agentsAtMost: this.options.agentsAtMost }),
    });
    this.#port = this.hub.port();
  }

  hubUrl = () => `wss://127.0.0.1:${this.hub.port()}/v1/agent`;
  enrolUrl = () => `https://127.0.0.1:${this.enrolment.port()}`;

  async token(uses = 1): Promise<string> {
    return (await createToken(this.store, { host: null, uses, ttlMs: 60_000 }, Date.now())).token;
  }

  files(): Files {
    return createFiles({ reached: () => undefined });
  }

  stateDir = (name: string) => join(this.folder, name);

  async join(name: string, change: Partial<Parameters<typeof joinCommand>[0]> = {}): Promise<void> {
    const options = { url: this.enrolUrl(), token: await this.token(), caPin: this.ca.pin, host: name };
    const ports = { files: this.files(), stateDir: this.stateDir(name), clock: agentClock };
    await joinCommand({ ...options, ...change }, ports);
  }

  /** The uplink of a host that has joined, as after a start of its agent. */
  async uplink(name: string, some: Partial<Handlers> = {}, files: Files = this.files()): Promise<Uplink> {
    const identity = await loadIdentity(files, this.stateDir(name));
    if (identity === undefined) throw new Error(`${name} has not joined`);
    const uplink = await createUplink({
      identity,
      agentVersion: '0.1.0',
      stateDir: this.stateDir(name),
      files,
      clock: agentClock,
      dial: createDial(agentClock),
      handlers: handlers(some),
      currentReport: () => report(name),
      log: this.log,
      epoch: fresh('epoch'),
      hurried: () => false,
      random: () => 0.01,
    });
    this.#uplinks.push(uplink);
    uplink.start();
    return uplink;
  }

  /** A host that joined and is connected. */
  async agent(name: string, some: Partial<Handlers> = {}): Promise<Uplink> {
    await this.join(name);
    const uplink = await this.uplink(name, some);
    await this.connected(name);
    return uplink;
  }

  /** As `agent`, over a wire of the test's own. */
  async agentOver(port: number, name: string, some: Partial<Handlers> = {}): Promise<Uplink> {
    await this.join(name);
    const identity = await loadIdentity(this.files(), this.stateDir(name));
    if (identity === undefined) throw new Error(`${name} has not joined`);
    const hubUrl = `wss://127.0.0.1:${port}/v1/agent`;
    await saveIdentity(this.files(), this.stateDir(name), { ...identity, hubUrl });
    const uplink = await this.uplink(name, some);
    await this.connected(name);
    return uplink;
  }

  connected = (name: string) =>
    eventually(
      `${name} reports`,
      () => this.hub.presence(host(name)) === 'connected' && this.hub.report(host(name)),
    );

  ask = (name: string, order: Order, id = commandId(), timeoutMs = 5000) =>
    this.hub.ask(host(name), id, order, timeoutMs);

  factsOf = <T extends Fact['type']>(type: T) =>
    this.facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);

  async end(): Promise<void> {
    await Promise.all(this.#uplinks.map((uplink) => uplink.stop()));
    await this.hub.close();
    await this.enrolment.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
