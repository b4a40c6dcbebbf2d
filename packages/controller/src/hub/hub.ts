import { randomBytes } from 'node:crypto';
import { orderDigest } from '@bondctl/proto/convert/command';
import { describeFlaw } from '@bondctl/proto/convert/field';
import type { CommandOutcome, LinkEvent, Live, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { CommandId, HostId } from '@bondctl/proto/model/names';
import type { Hello } from '@bondctl/proto/model/session';
import { createBucket } from '@bondctl/proto/wire/bucket';
import { protocols } from '@bondctl/proto/wire/limits';
import type { HeardRow } from '../store/ports.ts';
import { AgentSession } from './agent-session.ts';
import { createAsks } from './asks.ts';
import { createDeliveries } from './deliveries.ts';
import { greeted } from './events.ts';
import type { Counted } from './heard.ts';
import type { Hub, HubParts } from './hub-parts.ts';
import { createListeners } from './listeners.ts';
import type { Door, Peer, PeerEvents } from './peer.ts';
import { presenceOf } from './presence.ts';
import { openDoor } from './socket.ts';

const defaultTtlMs = 30_000;
const defaultAgents = 10_000;
const upgradesPerSecond = 100;

/** Opens the hub's listener. Throws when the address cannot be listened on. */
export async function createHub(parts: HubParts): Promise<Hub> {
  const denied = await parts.identityStore.revokedSerials();
  const hub = new TheHub(parts, await parts.heardStore.load());
  const bucket = createBucket(upgradesPerSecond, upgradesPerSecond, () => parts.clock.monotonicMs());
  const door = await openDoor({
    listen: parts.listen,
    tls: { ...parts.ca.server, caPem: parts.ca.caPem },
    clock: parts.clock,
    denied,
    admits: () => hub.hasRoom() && bucket(),
    enter: (peer) => hub.enter(peer),
  });
  hub.start(door);
  return hub;
}

/** INVARIANTS: at most one open session per host; what one session does wrong ends that session and nothing else. */
class TheHub implements Hub {
  readonly #parts: HubParts;
  readonly #asks;
  readonly #sessions = new Set<AgentSession>();
  readonly #open = new Map<HostId, AgentSession>();
  readonly #heardMs = new Map<HostId, number>();
  readonly #heard: Map<HostId, HeardRow>;
  readonly #waiting = new Map<HostId, Counted>();
  readonly #reports = new Map<HostId, HostReport>();
  readonly #reportListeners;
  readonly #eventListeners;
  readonly #liveListeners;
  readonly #deliver;
  readonly #startedMs: number;
  readonly #ttlMs: number;
  readonly #heartbeatMs: number;
  readonly #farewells = new Set<Promise<unknown>>();
  #fence: number;
  #door: Door | undefined;
  #cancelTick: () => void = () => undefined;

  constructor(parts: HubParts, heard: readonly HeardRow[]) {
    const onError = (thrown: unknown) => parts.log.error({ err: thrown }, 'a listener failed');
    this.#parts = parts;
    this.#heard = new Map(heard.map((row) => [row.host, row]));
    this.#asks = createAsks(parts.clock);
    this.#reportListeners = createListeners<[HostId, HostReport]>(onError);
    this.#eventListeners = createListeners<[HostId, readonly LinkEvent[]]>(onError);
    this.#liveListeners = createListeners<[HostId, Live]>(onError);
    this.#startedMs = parts.clock.monotonicMs();
    this.#ttlMs = parts.ttlMs ?? defaultTtlMs;
    this.#heartbeatMs = Math.max(1, Math.round(this.#ttlMs / 3));
    this.#fence = parts.clock.unixMs();
    this.#deliver = createDeliveries({
      asks: this.#asks,
      clock: parts.clock,
      heard: this.#heard,
      heardStore: parts.heardStore,
      waiting: this.#waiting,
      reports: this.#reports,
      signer: parts.ca,
      identityStore: parts.identityStore,
      log: parts.log,
      tellReport: this.#reportListeners.tell,
      tellEvents: this.#eventListeners.tell,
      tellLive: this.#liveListeners.tell,
    });
  }

  start(door: Door): void {
    this.#door = door;
    const everyMs = Math.max(10, Math.min(1000, this.#heartbeatMs / 4));
    const tick = () => {
      for (const session of [...this.#sessions]) session.tick();
      this.#cancelTick = this.#parts.clock.after(everyMs, tick);
    };
    tick();
  }

  hasRoom(): boolean {
    return this.#sessions.size < (this.#parts.agentsAtMost ?? defaultAgents);
  }

  /** A peer came in: its session begins. */
  enter(peer: Peer): PeerEvents {
    const session = new AgentSession({
      peer,
      clock: this.#parts.clock,
      log: this.#parts.log,
      admit: (one, hello) => this.#admit(one, hello),
      deliver: this.#deliver,
      ended: (one, message) => this.#ended(one, message),
    });
    this.#sessions.add(session);
    return {
      frame: (bytes) => session.frame(bytes),
      gone: (_, message) => session.gone(message),
    };
  }

  async #admit(session: AgentSession, hello: Hello): Promise<void> {
    const { host, serial } = session.peer;
    const rows = await this.#parts.identityStore.certificates(host);
    const mine = rows.find((row) => row.serial === serial);
    if (mine === undefined || mine.revoked) {
      session.deny('identity', `${host} is not a host of this controller (any more); join again`, 0);
      return;
    }
    const fence = Math.max(this.#fence, hello.lastFence) + 1;
    if (!Number.isSafeInteger(fence)) {
      session.end('unexpected', `the fence ${hello.lastFence} is beyond any that was given`);
      return;
    }
    // What an agent claims raises its own fence only: nobody can use up the numbers of the others.
    this.#fence += 1;
    const renewed = rows.filter((row) => !row.revoked && row.notAfterUnixMs < mine.notAfterUnixMs);
    for (const row of renewed) await this.#retire(row.serial);
    if (session.isOver()) return;
    this.#greet(session, fence, Math.min(protocols.max, hello.protocolMax));
    await this.#recordGreeting(session, hello, renewed.length > 0);
  }

  async #retire(serial: string): Promise<void> {
    await this.#parts.identityStore.revokeCertificate(serial);
    this.#door?.deny(serial);
  }

  /** Opens the session, ends an older one of the same host, and sends again what nobody answered. */
  #greet(session: AgentSession, fence: number, protocol: number): void {
    const { host } = session.peer;
    const older = this.#open.get(host);
    this.#open.set(host, session);
    older?.end('superseded', 'a newer session of this host took over');
    session.admit({
      protocol,
      session: `ses_${randomBytes(8).toString('hex')}`,
      fence,
      heartbeatMs: this.#heartbeatMs,
      reconnectSpreadMs: this.#spreadMs(),
    });
    for (const command of this.#asks.open(host)) session.send(command);
  }

  async #recordGreeting(session: AgentSession, hello: Hello, isRenewed: boolean): Promise<void> {
    const { host, serial } = session.peer;
    const { seen, fact } = greeted(this.#heard.get(host), host, hello.epoch);
    const facts: Fact[] = [{ type: 'hostConnected', host, agentVersion: hello.agentVersion }];
    if (fact !== undefined) facts.unshift(fact);
    if (isRenewed) facts.push({ type: 'certificateRenewed', host, serial });
    await this.#parts.heardStore.save(`agent:${host}`, facts, seen);
    this.#heard.set(host, seen);
    this.#waiting.delete(host);
  }

  /** How far the fleet's reconnects are spread: as long as letting all of them in takes. */
  #spreadMs(): number {
    return Math.min(120_000, Math.max(1000, Math.round((this.#open.size / upgradesPerSecond) * 1000)));
  }

  #ended(session: AgentSession, message: string): void {
    const { host } = session.peer;
    this.#sessions.delete(session);
    if (this.#open.get(host) !== session) return;
    this.#open.delete(host);
    this.#heardMs.set(host, session.heardMs());
    this.#parts.log.info({ host, message }, 'an agent is gone');
    // After what the session still has in hand, so that a host never disconnects before it connected.
    const farewell = session
      .settled()
      .then(() => this.#parts.record('controller', { type: 'hostDisconnected', host, reason: message }))
      .catch((thrown: unknown) =>
        this.#parts.log.error({ host, err: thrown }, 'cannot record that an agent is gone'),
      )
      .finally(() => this.#farewells.delete(farewell));
    this.#farewells.add(farewell);
  }

  port(): number {
    return this.#door?.port() ?? 0;
  }

  upgrades(): number {
    return this.#door?.upgrades() ?? 0;
  }

  async close(): Promise<void> {
    this.#cancelTick();
    this.#asks.close();
    const sessions = [...this.#sessions];
    for (const session of sessions) session.end('draining', 'the controller restarts');
    await Promise.all([...this.#farewells, ...sessions.map((session) => session.settled())]);
    await this.#door?.close();
  }

  async revoke(host: HostId): Promise<void> {
    const rows = await this.#parts.identityStore.certificates(host);
    await this.#parts.identityStore.removeHost(host, this.#parts.clock.unixMs());
    for (const row of rows) this.#door?.deny(row.serial);
    for (const session of [...this.#sessions]) {
      if (session.peer.host === host) session.end('revoked', 'this host was removed');
    }
    this.#reports.delete(host);
    this.#heard.delete(host);
    await this.#parts.heardStore.forget(host);
  }

  onReport(listener: (host: HostId, report: HostReport) => void): () => void {
    return this.#reportListeners.add(listener);
  }

  onEvents(listener: (host: HostId, events: readonly LinkEvent[]) => void): () => void {
    return this.#eventListeners.add(listener);
  }

  onLive(listener: (host: HostId, live: Live) => void): () => void {
    return this.#liveListeners.add(listener);
  }

  presence(host: HostId) {
    return presenceOf({
      nowMs: this.#parts.clock.monotonicMs(),
      startedMs: this.#startedMs,
      hasSession: this.#open.has(host),
      heardMs: this.#lastHeardMs(host),
      heartbeatMs: this.#heartbeatMs,
      ttlMs: this.#ttlMs,
      spreadMs: this.#spreadMs(),
    });
  }

  #lastHeardMs(host: HostId): number | undefined {
    return this.#open.get(host)?.heardMs() ?? this.#heardMs.get(host);
  }

  lastSeenUnixMs(host: HostId): number | undefined {
    const heardMs = this.#lastHeardMs(host);
    if (heardMs === undefined) return undefined;
    return this.#parts.clock.unixMs() - Math.round(this.#parts.clock.monotonicMs() - heardMs);
  }

  report(host: HostId): HostReport | undefined {
    return this.#reports.get(host);
  }

  async ask(host: HostId, id: CommandId, order: Order, timeoutMs: number): Promise<CommandOutcome> {
    const digest = orderDigest(order);
    if (!digest.ok)
      throw new BondctlError('internal', `an order cannot be sent: ${describeFlaw(digest.error)}`);
    if (this.presence(host) === 'lost') {
      throw new BondctlError(
        'unreachable',
        `${host} is not connected; check the host and its bondctl-agent service`,
      );
    }
    const { answer, isNew } = this.#asks.add(host, id, order, digest.value, timeoutMs);
    const session = this.#open.get(host);
    if (isNew && session?.isOpen() === true) {
      const command = this.#asks.open(host).find((one) => one.id === id);
      if (command !== undefined) session.send(command);
    }
    return await answer;
  }
}
