import type { Patch } from './bundle.ts';
import type { Law } from './law.ts';

/** A mistake that somebody could make in production's code. */
export interface Mutant extends Patch {
  readonly name: string;
  readonly says: string;
  /** The laws of which it breaks one. */
  readonly breaks: readonly [Law, ...Law[]];
  /** A world among the first 2,000 that showed it last. */
  readonly seenAt: number;
}

const agent = 'packages/agent/src';
const rollout = 'packages/controller/src/rollout';

const ofDisk: readonly Mutant[] = [
  {
    name: 'fsync-forgotten',
    says: 'a file is written and not synced',
    file: `${agent}/kernel/files.ts`,
    find: '    await handle.writeFile(text);\n    await handle.sync();',
    replace: '    await handle.writeFile(text);',
    breaks: ['once', 'split', 'told', 'closed'],
    seenAt: 26,
  },
  {
    name: 'folder-fsync-forgotten',
    says: 'the name of a new file is not synced',
    file: `${agent}/kernel/files.ts`,
    find: "  const handle = await disk.open(folder, 'r');\n  try {\n    await handle.sync();",
    replace: "  const handle = await disk.open(folder, 'r');\n  try {",
    breaks: ['once', 'split', 'told', 'closed'],
    seenAt: 26,
  },
  {
    name: 'journal-failure-ignored',
    says: 'a state that could not be written is acted on',
    file: `${agent}/transaction/effects.ts`,
    find: "    if (state.phase !== 'idle' && !safeUnwritten.includes(state.phase)) {",
    replace: '    if (parts === undefined) {',
    breaks: ['split', 'told', 'before', 'deadline', 'proof', 'prepared'],
    seenAt: 337,
  },
  {
    name: 'act-before-journal',
    says: 'what a state announces is done before the state is written',
    file: `${agent}/transaction/transaction.ts`,
    find: "  [{ do: 'journal', state }, ...effects],",
    replace: "  [...effects, { do: 'journal', state }],",
    breaks: ['before', 'unconfirmed', 'split', 'told', 'deadline'],
    seenAt: 214,
  },
];

const ofCommands: readonly Mutant[] = [
  {
    name: 'command-replayed',
    says: 'the ledger is not asked whether a command is known',
    file: `${agent}/uplink/commands.ts`,
    find: '    const known = ledger.entry(command.id);',
    replace: '    const known = undefined;',
    breaks: ['once'],
    seenAt: 1,
  },
  {
    name: 'ledger-forgotten',
    says: 'a new agent does not read the ledger of the one before',
    file: `${agent}/uplink/ledger.ts`,
    find: "parseLedger((await files.read('ledger.load', path)) ?? '')",
    replace: "parseLedger('')",
    breaks: ['once'],
    seenAt: 26,
  },
];

const ofDeadlines: readonly Mutant[] = [
  {
    name: 'deadline-extended',
    says: 'the agent gives itself three times the time it was given',
    file: `${agent}/transaction/runner.ts`,
    find: 'const deadlineMs = (await own.boot.nowMs()) + deadlineInMs;',
    replace: 'const deadlineMs = (await own.boot.nowMs()) + 3 * deadlineInMs;',
    breaks: ['deadline', 'unconfirmed'],
    seenAt: 24,
  },
  {
    name: 'confirmed-too-late',
    says: 'a confirmation counts after the deadline too',
    file: `${agent}/transaction/transaction.ts`,
    find: '  if (event.nowMs >= state.deadlineMs) return turnBack(state, deadlineWhy);',
    replace: '',
    breaks: ['unconfirmed'],
    seenAt: 52,
  },
  {
    name: 'watchdog-not-armed',
    says: 'no watchdog is started',
    file: `${agent}/transaction/effects.ts`,
    find: 'watchdog: await watchdogs.arm(id, deadlineMs - (await boot.nowMs()))',
    replace: 'watchdog: { pid: 1, startTicks: 1 }',
    breaks: ['deadline'],
    seenAt: 24,
  },
  {
    name: 'watchdog-ended-early',
    says: 'the watchdog is ended once everything is verified',
    file: `${agent}/transaction/transaction.ts`,
    find: "    return to({ ...armed, phase: 'awaitingConfirm', verification });",
    replace:
      "    return to({ ...armed, phase: 'awaitingConfirm', verification }, ...disarm(armed.watchdog));",
    breaks: ['deadline'],
    seenAt: 24,
  },
  {
    name: 'watchdog-too-patient',
    says: 'the watchdog waits for an agent that does nothing',
    file: `${agent}/transaction/watch.ts`,
    find: 'nowMs - sinceMs >= patienceMs(parts, last.state)',
    replace: 'nowMs < sinceMs',
    breaks: ['deadline'],
    seenAt: 24,
  },
];

const ofRestarts: readonly Mutant[] = [
  {
    name: 'restart-commits',
    says: 'a new agent keeps what the one before had not confirmed',
    file: `${agent}/transaction/resume.ts`,
    find: "  return turnBack({ ...state, watchdog }, state.phase === 'rollingBack' ? state.why : died);",
    replace:
      "  const kept = { ...state, phase: 'committed' };\n  return [kept, [{ do: 'journal', state: kept }]];",
    breaks: ['unconfirmed'],
    seenAt: 18,
  },
  {
    name: 'restart-forgets',
    says: 'a new agent takes a change that waits for its confirmation for one that touched nothing',
    file: `${agent}/transaction/resume.ts`,
    find: "  awaitingConfirm: 'touched',",
    replace: "  awaitingConfirm: 'untouched',",
    breaks: ['before'],
    seenAt: 18,
  },
];

const ofPairs: readonly Mutant[] = [
  {
    name: 'applied-before-all-prepared',
    says: 'everyone applies once the first is prepared',
    file: `${rollout}/pair/forward.ts`,
    find: '  if (prepared.length < hostsOf(state.change).length) return [{ ...state, prepared }, [noted]];',
    replace: '',
    breaks: ['prepared'],
    seenAt: 1,
  },
  {
    name: 'one-side-confirmed-early',
    says: 'the first end is confirmed before the proof',
    file: `${rollout}/pair/forward.ts`,
    find: '      [...noted, prove(change, first)],',
    replace:
      "      [...noted, prove(change, first), { do: 'confirm', host: hostsOf(change)[0], tx, afterMs: 0, timeoutMs: 5000 }],",
    breaks: ['proof'],
    seenAt: 1,
  },
  {
    name: 'confirmed-without-proof',
    says: 'a proof that missed its expectations is taken for one that held',
    file: `${rollout}/pair/forward.ts`,
    find: '  if (!passed.ok) return disproved(state, event.test, passed.error, event.atMs);',
    replace:
      "  if (!passed.ok) return decide({ ...state, phase: 'deciding', proof: { links: [] } }, event.atMs, []);",
    breaks: ['proof'],
    seenAt: 61,
  },
  {
    name: 'decision-not-stored',
    says: 'the decision is sent and not stored',
    file: `${rollout}/run.ts`,
    find: 'if (next !== stored || owed.length > 0) await keeper.save(',
    replace:
      "if (!isInHand(next) || !next.inHand.some(({ phase }) => phase === 'deciding' || phase === 'confirming')) await keeper.save(",
    breaks: ['proof'],
    seenAt: 1,
  },
  {
    name: 'one-end-rolled-back',
    says: 'only one end is told to go back',
    file: `${rollout}/pair/back.ts`,
    find: '    .filter((host) => !back.some((one) => one.host === host))',
    replace: '    .filter((host) => !back.some((one) => one.host === host))\n    .slice(0, 1)',
    breaks: ['ends'],
    seenAt: 4,
  },
  {
    name: 'split-not-undone',
    says: 'a set of which one end went back is called undone and left so',
    file: `${rollout}/pair/decided.ts`,
    find: '  undo(state.change, why, nowMs, back === undefined ? [] : [back]);',
    replace: "  [{ phase: 'undone', change: state.change, why }, []];",
    breaks: ['split', 'told'],
    seenAt: 24,
  },
];

/** Every mutant. */
export const mutants: readonly Mutant[] = [
  ...ofDisk,
  ...ofCommands,
  ...ofDeadlines,
  ...ofRestarts,
  ...ofPairs,
];
