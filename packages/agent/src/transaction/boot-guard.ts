import { BondctlError } from '@bondctl/proto/model/error';
import type { InterfaceState } from '@bondctl/proto/model/host';
import type { BondName, TxId } from '@bondctl/proto/model/names';
import type { HostReader } from '../kernel/ports.ts';
import { readConfirmed } from './confirmed.ts';
import { createEngine } from './engine.ts';
import { createJournal, type Journal } from './journal.ts';
import { pause } from './lock.ts';
import { type AbsentPort, absentPorts, type BootDuty, bootDuty, guardLabel } from './reboot.ts';
import type { Transition, TxState } from './state.ts';
import { endUntouched, turnBack } from './transaction.ts';
import type { WatchParts } from './watch.ts';

/** What the boot guard works with: a restore's parts, and how long it waits for NICs that are not there yet. */
export interface GuardParts extends WatchParts {
  readonly portsTimeoutMs: number;
}

/** How the boot guard leaves the transaction that an earlier boot left open; null when there was none. */
export interface GuardEnding {
  readonly tx: TxId;
  readonly phase: 'rolledBack' | 'stuck';
  /** One sentence without its full stop. */
  readonly why: string;
}

const lookMs = 250;

type Attempt = Extract<BootDuty, { do: 'bringBack' }>;

/** The ports that are still not there when waiting for them has ended. */
async function waitForPorts(parts: GuardParts, { before }: Attempt): Promise<readonly AbsentPort[]> {
  const giveUpMs = parts.clock.monotonicMs() + parts.portsTimeoutMs;
  for (;;) {
    const absent = absentPorts(before, await parts.reader.state('boot:ports'));
    if (absent.length === 0 || parts.clock.monotonicMs() >= giveUpMs) return absent;
    await pause(parts.clock, lookMs);
  }
}

/** A NIC that only has the name of a missing port must not be taken for it. */
const blindTo = (reader: HostReader, absent: readonly AbsentPort[]): HostReader => ({
  ...reader,
  async state(label) {
    const state = await reader.state(label);
    const isThere = (one: InterfaceState) => !absent.some(({ name }) => name === one.name);
    return { ...state, interfaces: state.interfaces.filter(isThere) };
  },
});

/** Every line of the guard says that it is the guard's. */
const marked = (journal: Journal): Journal => ({
  ...journal,
  append: (state, label) => journal.append(state, guardLabel(label ?? state.phase)),
});

async function bringBack(parts: GuardParts, journal: Journal, duty: Attempt): Promise<TxState> {
  const { tx, before, why } = duty;
  const attempt: TxState = { phase: 'rollingBack', tx, before, why, watchdog: null };
  // On disk before anything else, the waiting included: whatever ends this boot, the next one tries no more.
  await journal.append(attempt, 'attempt');
  const absent = await waitForPorts(parts, duty);
  for (const port of absent) parts.log(`Its bond comes back without it: ${port.why}.`);
  const reader = blindTo(parts.reader, absent);
  return await endWith({ ...parts, reader }, journal, attempt, turnBack({ tx, before, watchdog: null }, why));
}

async function endWith(
  parts: GuardParts,
  journal: Journal,
  state: TxState,
  transition: Transition,
): Promise<TxState> {
  const report = (next: TxState) => parts.log(next.phase);
  const engine = createEngine({ ...parts, journal, report }, state);
  await engine.begin(transition);
  return engine.state();
}

/** The bonds that files describe although nobody may have them yet. */
async function inFiles(parts: GuardParts): Promise<ReadonlySet<BondName>> {
  const confirmed = (await readConfirmed(parts)) ?? [];
  return new Set(confirmed.flatMap(({ kept }) => (kept?.kind === 'inFiles' ? [kept.bond] : [])));
}

async function carryOut(parts: GuardParts, journal: Journal, thisBoot: string): Promise<GuardEnding | null> {
  const state: TxState = (await journal.load())?.state ?? { phase: 'idle' };
  if (state.phase === 'idle') return null;
  const duty = bootDuty(await journal.history(state.tx.id), thisBoot, await inFiles(parts));
  if (duty.do === 'nothing') return null;
  const own = marked(journal);
  const end =
    duty.do === 'close'
      ? await endWith(parts, own, state, endUntouched(duty.tx, duty.why, null))
      : await bringBack(parts, own, duty);
  if (end.phase === 'rolledBack' || end.phase === 'stuck')
    return { tx: duty.tx.id, phase: end.phase, why: end.why.message };
  throw new BondctlError('internal', `The boot guard left ${duty.tx.id} ${end.phase}.`);
}

/**
 * The boot guard: before networking starts it ends the transaction that an earlier boot left unconfirmed. What that held
 * in the kernel is gone; owners bring up what their files describe; only what nobody would bring back is made again.
 */
export async function guardBoot(parts: GuardParts): Promise<GuardEnding | null> {
  const lock = await parts.tryLock();
  if (lock === null) {
    throw new BondctlError(
      'busy',
      'An agent or a restore holds this host already; the boot guard comes too late.',
    );
  }
  try {
    // Half-written files are whole before whatever reads them starts.
    await parts.keeping?.resume();
    const boot = await parts.boot.bootId();
    const journal = createJournal(parts, { by: await parts.processes.self(), boot });
    return await carryOut(parts, journal, boot);
  } finally {
    await lock.release();
  }
}
