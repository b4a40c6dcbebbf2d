import type { Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostId } from '@bondctl/proto/model/names';
import type { RolloutEffect, RolloutEvent } from './course/state.ts';
import { sightOf, unchangedEnds } from './evidence.ts';
import { answerOf, type Read } from './pair/answers.ts';
import { type Change, type PairEffect, type PairEvent, type PairOrder, retryMs } from './pair/state.ts';
import type { RolloutPorts } from './ports.ts';
import { failureCounts, soakComplaints } from './soak.ts';

/** One change set and how to reach the world; `attempts` counts the commands that are used up, by host and order. */
export interface Carrier {
  readonly ports: Pick<RolloutPorts, 'agents' | 'clock' | 'ids' | 'log'>;
  readonly change: Change;
  readonly attempts: Map<string, number>;
}

/** What can follow an effect: an event of its change set, or nothing. */
type Following = Promise<PairEvent | undefined>;

/** The beginning of a change set: how the ends that do not change look now. */
export function startOf(
  { agents, clock }: Pick<RolloutPorts, 'agents' | 'clock'>,
  change: Change,
): PairEvent {
  const unchanged = unchangedEnds(change.set).flatMap((end) => {
    const report = agents.report(end.host);
    return report === undefined ? [] : [sightOf(end, report)];
  });
  return { type: 'start', atMs: clock.nowUnixMs(), unchanged };
}

/** Watches a committed wave for its time. */
export async function watchWave(
  { agents, clock }: Pick<RolloutPorts, 'agents' | 'clock'>,
  { changes, forMs, untilMs }: Extract<RolloutEffect, { do: 'soak' }>,
): Promise<RolloutEvent> {
  const reportOf = (host: HostId) =>
    agents.presence(host) === 'connected' ? agents.report(host) : undefined;
  const before = failureCounts(changes, reportOf);
  await clock.sleep(forMs);
  return { type: 'soaked', untilMs, complaints: soakComplaints(changes, before, reportOf) };
}

/** Carries out what takes time. Never throws: what went wrong comes back as an event, and stands in the log. */
export async function carryOut(
  carrier: Carrier,
  prover: RolloutPorts['prover'],
  effect: Extract<PairEffect, { do: 'ask' | 'confirm' | 'runProof' }>,
): Following {
  switch (effect.do) {
    case 'ask':
      return asked(carrier, effect);
    case 'confirm':
      return ask(carrier, effect.host, { kind: 'confirm', tx: effect.tx }, effect);
    case 'runProof':
      return prove(carrier, prover, effect);
    default:
      return effect satisfies never;
  }
}

/** Asks one host what the machine of a change set wants to know of it. Never throws; nothing follows from `forget`. */
export const asked = (carrier: Carrier, effect: Extract<PairEffect, { do: 'ask' }>): Following =>
  ask(carrier, effect.host, effect.order, effect);

type AnyOrder = PairOrder | Extract<Order, { kind: 'confirm' }>;

async function ask(
  { ports, change, attempts }: Carrier,
  host: HostId,
  order: AnyOrder,
  { afterMs, timeoutMs }: { readonly afterMs: number; readonly timeoutMs: number },
): Following {
  const { clock, log } = ports;
  if (afterMs > 0) await clock.sleep(afterMs);
  const endMs = clock.nowUnixMs() + timeoutMs;
  try {
    const read = await askUntil({ ports, change, attempts }, host, order, endMs);
    if (read === undefined) return undefined;
    const { kind, answer } = read;
    // After a step, only the host knows how it stands: a command that cannot say so is like none.
    if (kind === 'answer' || order.kind === 'prepare' || order.kind === 'apply')
      return { type: 'answered', atMs: clock.nowUnixMs(), host, order: order.kind, answer };
  } catch (thrown) {
    const error = BondctlError.from(thrown).message;
    log.warn({ host, tx: change.tx, order: order.kind, error }, 'no answer');
  }
  return { type: 'silent', atMs: clock.nowUnixMs(), host, order: order.kind };
}

/** Asks in one command after the other until one says how the transaction stands, or until `endMs`. */
async function askUntil(
  { ports, change, attempts }: Carrier,
  host: HostId,
  order: AnyOrder,
  endMs: number,
): Promise<Read | undefined> {
  const { agents, clock, ids } = ports;
  const key = `${host} ${order.kind}`;
  for (;;) {
    const attempt = attempts.get(key) ?? 0;
    const id = ids.commandFor(change.tx, host, order.kind, attempt);
    const outcome = await agents.ask(host, id, order, Math.max(endMs - clock.nowUnixMs(), 1));
    if (outcome.kind === 'forgotten') return undefined;
    const read = answerOf(order.kind, change.tx, outcome);
    if (read.kind === 'answer') return read;
    attempts.set(key, attempt + 1);
    if (clock.nowUnixMs() + retryMs >= endMs) return read;
    await clock.sleep(retryMs);
  }
}

/** A moment for the prover to end by itself and say why, before we stop waiting for it. */
const proverGraceMs = 2000;

async function prove(
  { ports, change }: Carrier,
  prover: RolloutPorts['prover'],
  { link, tx, timeoutMs }: Extract<PairEffect, { do: 'runProof' }>,
): Following {
  const { clock, log } = ports;
  const late = clock.sleep(timeoutMs + proverGraceMs).then(() => {
    throw new BondctlError('failed', `the test did not end within ${timeoutMs / 1000} s`);
  });
  try {
    const changed = change.set.participants;
    const proof = prover.prove(link, { txs: [tx], changed, timeoutMs });
    const { result, judgement } = await Promise.race([proof, late]);
    return { type: 'judged', atMs: clock.nowUnixMs(), link: link.name, test: result.id, judgement };
  } catch (thrown) {
    const why = BondctlError.from(thrown).message;
    log.warn({ link: link.name, tx: change.tx, error: why }, 'the test could not be carried out');
    return { type: 'unproven', atMs: clock.nowUnixMs(), link: link.name, why };
  } finally {
    // Its time may come after the race is over.
    late.catch(() => undefined);
  }
}
