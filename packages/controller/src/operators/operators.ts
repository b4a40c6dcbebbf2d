import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { OperatorName } from '@bondctl/proto/model/names';
import { createBucket } from '@bondctl/proto/wire/bucket';
import type { OperatorRow, OperatorStore } from '../store/ports.ts';
import { createAttempts } from './attempts.ts';
import { expiresUnixMs, isGood } from './expiry.ts';
import { createOpenRequests } from './open-requests.ts';
import type { Begun, Credential, Entered, Operators, SignedIn } from './ports.ts';
import { digestOf, newSecret } from './secret.ts';

/** What operators are made of. */
export interface OperatorsParts {
  readonly store: OperatorStore;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly nowUnixMs: () => number;
  /** Of a clock that only grows. */
  readonly monotonicMs: () => number;
}

const mostOperators = 500;
const mostSessions = 16;
/** How exactly the last use is kept: not every request is worth a write. */
const usedEveryMs = 60_000;
// A person signs in a few times a day; every time is a fact.
const signIns = { perSecond: 1 / 180, burst: 20 };
const lookups = 3;

const notKnown = (): BondctlError =>
  new BondctlError(
    'not-signed-in',
    'This token or session is not known here, or not any more. Sign in again, or make a token with "bondctl operator add" on the controller.',
  );
const tooMany = (): BondctlError =>
  new BondctlError('too-many', 'Too many sign-ins failed. Wait a minute, and repeat.');

/** Who may use the API over the network. */
export function createOperators(parts: OperatorsParts): Operators {
  return new House(parts);
}

class House implements Operators {
  readonly #parts: OperatorsParts;
  readonly #open = createOpenRequests();
  readonly #failed: ReturnType<typeof createAttempts>;
  /** Of each operator, so never more than those. */
  readonly #mayBegin = new Map<OperatorName, () => boolean>();

  constructor(parts: OperatorsParts) {
    this.#parts = parts;
    this.#failed = createAttempts(parts.monotonicMs);
  }

  async add(actor: string, operator: OperatorName, rights: OperatorRow['rights']) {
    const { store, record, nowUnixMs } = this.#parts;
    if ((await store.operators()).length >= mostOperators)
      throw new BondctlError('refused', `There are ${mostOperators} operators; remove one first.`);
    const token = newSecret('operator');
    const row = { operator, rights, sha256: digestOf(token), createdUnixMs: nowUnixMs(), usedUnixMs: null };
    if (!(await store.addOperator(row)))
      throw new BondctlError(
        'bad-input',
        `There is an operator ${operator}; "bondctl operator remove ${operator}" ends what he may do.`,
      );
    await record(actor, { type: 'operatorAdded', operator, rights });
    return { token, rights };
  }

  async list() {
    const { store, nowUnixMs } = this.#parts;
    const sessions = (await store.sessions()).filter((one) => isGood(one, nowUnixMs()));
    return (await store.operators()).map(({ operator, rights, createdUnixMs, usedUnixMs }) => ({
      operator,
      rights,
      createdUnixMs,
      usedUnixMs,
      sessions: sessions.filter((one) => one.operator === operator).length,
    }));
  }

  async remove(actor: string, operator: OperatorName): Promise<void> {
    const { store, record } = this.#parts;
    const removed = await store.removeOperator(operator);
    this.#open.end((who) => who.operator === operator);
    this.#mayBegin.delete(operator);
    if (!removed)
      throw new BondctlError(
        'not-found',
        `There is no operator ${operator}; "bondctl operator list" shows all.`,
      );
    await record(actor, { type: 'operatorRemoved', operator });
  }

  async enter({ kind, secret }: Credential, from: string): Promise<Entered> {
    const digest = digestOf(secret);
    for (let look = 0; look < lookups; look += 1) {
      const endings = this.#open.endings();
      const who = await (kind === 'token' ? this.#byToken(digest) : this.#bySession(digest));
      // A browser that was away for a day shows a session that is over: nobody tried anything.
      if (who === undefined) throw kind === 'token' ? await this.#fail(from) : notKnown();
      // Somebody was removed while this was looked up: it may have been him.
      if (this.#open.endings() === endings) return this.#open.add(who);
    }
    throw notKnown();
  }

  async signIn(token: string, from: string): Promise<Begun> {
    const { store, record, nowUnixMs } = this.#parts;
    const row = await store.operatorOfToken(digestOf(token));
    if (row === undefined) throw await this.#fail(from);
    const { operator, rights } = row;
    if (!this.#begins(operator)) throw tooMany();
    const [secret, now] = [newSecret('session'), nowUnixMs()];
    const session = { sha256: digestOf(secret), operator, createdUnixMs: now, usedUnixMs: now };
    const displaced = await store.addSession(session, mostSessions);
    if (displaced === undefined) throw await this.#fail(from);
    if (displaced.length > 0) this.#open.end((who) => displaced.includes(who.session ?? ''));
    await record(`operator:${operator}`, { type: 'signedIn', operator, from });
    return { secret, view: { operator, rights, expiresUnixMs: expiresUnixMs(session) } };
  }

  async signOut(session: string): Promise<void> {
    await this.#parts.store.removeSession(session);
    this.#open.end((who) => who.session === session);
  }

  async tend(): Promise<void> {
    const { store, nowUnixMs } = this.#parts;
    const open = this.#open.sessions();
    for (const one of await store.sessions()) {
      if (!isGood(one, nowUnixMs())) await this.signOut(one.sha256);
      else if (open.has(one.sha256)) await store.sessionUsed(one.sha256, nowUnixMs());
    }
  }

  #begins(operator: OperatorName): boolean {
    const { monotonicMs } = this.#parts;
    const bucket =
      this.#mayBegin.get(operator) ?? createBucket(signIns.perSecond, signIns.burst, monotonicMs);
    this.#mayBegin.set(operator, bucket);
    return bucket();
  }

  async #byToken(digest: string): Promise<SignedIn | undefined> {
    const row = await this.#parts.store.operatorOfToken(digest);
    if (row === undefined) return undefined;
    await this.#used(row);
    return { operator: row.operator, rights: row.rights, expiresUnixMs: null, session: null };
  }

  async #bySession(digest: string): Promise<SignedIn | undefined> {
    const { store, nowUnixMs } = this.#parts;
    const found = await store.session(digest);
    const now = nowUnixMs();
    if (found === undefined || !isGood(found.session, now)) return undefined;
    const { operator, rights } = found.operator;
    const due = now - found.session.usedUnixMs >= usedEveryMs;
    if (due) await store.sessionUsed(digest, now);
    await this.#used(found.operator);
    const session = due ? { ...found.session, usedUnixMs: now } : found.session;
    return { operator, rights, expiresUnixMs: expiresUnixMs(session), session: digest };
  }

  async #used({ operator, usedUnixMs }: OperatorRow): Promise<void> {
    const now = this.#parts.nowUnixMs();
    if (now - (usedUnixMs ?? 0) >= usedEveryMs) await this.#parts.store.operatorUsed(operator, now);
  }

  async #fail(from: string): Promise<BondctlError> {
    const failed = this.#failed(from);
    if (failed.tell !== null)
      await this.#parts.record('controller', { type: 'signInFailed', from, attempts: failed.tell });
    return failed.tooMany ? tooMany() : notKnown();
  }
}
