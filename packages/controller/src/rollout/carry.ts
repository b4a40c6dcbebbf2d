import type { Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostId } from '@bondctl/proto/model/names';
import { sightOf, unchangedEnds } from './evidence.ts';
import { answerOf } from './pair/answers.ts';
import type { Change, PairEffect, PairEvent, PairOrder } from './pair/state.ts';
import type { RolloutPorts } from './ports.ts';

/** What can follow an effect: an event of its change set, or nothing. */
type Following = Promise<PairEvent | undefined>;

/** The beginning of a change set: how the ends that do not change look now. */
export function startOf({ agents, clock }: RolloutPorts, change: Change): PairEvent {
  const unchanged = unchangedEnds(change.set).flatMap((end) => {
    const report = agents.report(end.host);
    return report === undefined ? [] : [sightOf(end, report)];
  });
  return { type: 'start', atMs: clock.nowUnixMs(), unchanged };
}

/** Carries out what takes time. Never throws: what went wrong comes back as an event, and stands in the log. */
export async function carryOut(
  ports: RolloutPorts,
  change: Change,
  effect: Extract<PairEffect, { do: 'ask' | 'confirm' | 'runProof' }>,
): Following {
  switch (effect.do) {
    case 'ask':
      return ask(ports, change, effect.host, effect.order, effect);
    case 'confirm':
      return ask(ports, change, effect.host, { kind: 'confirm', tx: effect.tx }, effect);
    case 'runProof':
      return prove(ports, change, effect);
    default:
      return effect satisfies never;
  }
}

async function ask(
  { agents, clock, ids, log }: RolloutPorts,
  change: Change,
  host: HostId,
  order: PairOrder | Extract<Order, { kind: 'confirm' }>,
  { afterMs, timeoutMs }: { readonly afterMs: number; readonly timeoutMs: number },
): Following {
  if (afterMs > 0) await clock.sleep(afterMs);
  const silent = (): PairEvent => ({ type: 'silent', atMs: clock.nowUnixMs(), host, order: order.kind });
  try {
    const id = ids.commandFor(change.tx, host, order.kind);
    const outcome = await agents.ask(host, id, order, timeoutMs);
    if (outcome.kind === 'forgotten') return undefined;
    const answer = answerOf(order.kind, change.tx, outcome);
    if (answer === 'silent') return silent();
    return { type: 'answered', atMs: clock.nowUnixMs(), host, order: order.kind, answer };
  } catch (thrown) {
    log.warn(
      { host, tx: change.tx, order: order.kind, error: BondctlError.from(thrown).message },
      'no answer',
    );
    return silent();
  }
}

/** A moment for the prover to end by itself and say why, before we stop waiting for it. */
const proverGraceMs = 2000;

async function prove(
  { prover, clock, log }: RolloutPorts,
  change: Change,
  { link, tx, timeoutMs }: Extract<PairEffect, { do: 'runProof' }>,
): Following {
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
