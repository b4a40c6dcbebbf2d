// Which event can meet which phase. The compiler sees to it that no event and no phase is missing.
import type { TxPhase } from '@bondctl/proto/model/transaction';
import type { TxEvent } from '../../packages/agent/src/transaction/state.ts';
import type { RolloutEvent, RolloutState } from '../../packages/controller/src/rollout/course/state.ts';
import type { PairEvent, PairState } from '../../packages/controller/src/rollout/pair/state.ts';

/** The phases an event can meet, and why it meets no other. */
export interface Meets<Phase extends string = string> {
  readonly phases: readonly Phase[];
  /** Needs two things within one act, and came up a few times in 100,000 worlds: may stay out when something else changes. */
  readonly seldom?: readonly Phase[];
  readonly because: string;
}

type Table<Event extends string, Phase extends string> = Readonly<Record<Event, Meets<Phase>>>;

const transaction: Table<TxEvent['type'], TxPhase> = {
  prepareAsked: {
    phases: ['idle', 'rolledBack'],
    because: 'the shell refuses it while another transaction is in hand',
  },
  snapshotTaken: {
    phases: ['snapshotting', 'rolledBack'],
    because: 'it answers what snapshotting asked, and only going back may come in between',
  },
  snapshotFailed: {
    phases: ['snapshotting'],
    because: 'it answers what snapshotting asked, and what went back meanwhile had nothing to read any more',
  },
  armed: {
    phases: ['arming', 'rolledBack'],
    because: 'it answers what arming asked, and only going back may come in between',
  },
  armFailed: {
    phases: ['arming'],
    seldom: ['rolledBack'],
    because: 'it answers what arming asked, and only going back may come in between',
  },
  applyAsked: {
    phases: ['prepared', 'rolledBack'],
    seldom: ['stuck'],
    because: 'the ledger keeps a second one with the same id away, and it is sent when all are prepared',
  },
  stepDone: {
    phases: ['applying', 'rollingBack'],
    because: 'it answers what applying asked, and only going back may come in between',
  },
  stepFailed: {
    phases: ['applying'],
    seldom: ['rollingBack'],
    because: 'it answers what applying asked, and only going back may come in between',
  },
  readBack: {
    phases: ['verifying', 'rollingBack'],
    because: 'it answers what verifying asked, and only going back may come in between',
  },
  readBackFailed: {
    phases: ['verifying'],
    because: 'it answers what verifying asked',
  },
  confirmAsked: {
    phases: ['awaitingConfirm', 'committed', 'rolledBack'],
    seldom: ['rollingBack', 'stuck'],
    because: 'all hosts have read everything back before one is confirmed',
  },
  rollBackAsked: {
    phases: [
      'snapshotting',
      'arming',
      'prepared',
      'applying',
      'verifying',
      'awaitingConfirm',
      'committed',
      'rolledBack',
    ],
    seldom: ['rollingBack', 'stuck'],
    because: 'there is nothing to roll back',
  },
  forgetAsked: { phases: ['committed'], because: 'it is asked once all have committed' },
  deadlinePassed: {
    phases: ['prepared', 'awaitingConfirm'],
    seldom: ['arming', 'applying', 'rollingBack', 'rolledBack'],
    because: 'what is kept or stuck waits for none, and reading takes far less time than there is',
  },
  remembered: { phases: ['committed'], because: 'it answers what forgetting asked' },
  rememberFailed: { phases: ['committed'], because: 'it answers what forgetting asked' },
  undoAnnounced: { phases: ['committed'], because: 'it answers what undoing asked' },
  undoUnwritten: { phases: [], seldom: ['committed'], because: 'it answers what undoing asked' },
  restored: {
    phases: ['rollingBack'],
    because: 'it answers what rollingBack asked, which nothing comes between',
  },
  restoreFailed: {
    phases: ['rollingBack'],
    because: 'it answers what rollingBack asked, which nothing comes between',
  },
  journalFailed: {
    phases: ['snapshotting', 'arming', 'prepared', 'applying', 'verifying', 'awaitingConfirm', 'committed'],
    because: 'what leads back is acted on unwritten',
  },
  restoreAsked: { phases: ['stuck'], because: 'a person is asked only there' },
  acceptAsked: { phases: ['stuck'], because: 'a person is asked only there' },
};

const pair: Table<PairEvent['type'], PairState['phase']> = {
  start: { phases: ['queued'], because: 'a set is started once' },
  answered: {
    phases: ['preparing', 'applying', 'confirming', 'rollingBack', 'undoing'],
    because: 'the others ask nothing of a host, or rest',
  },
  silent: {
    phases: ['preparing', 'applying', 'confirming', 'rollingBack', 'undoing'],
    because: 'the others ask nothing of a host, or rest',
  },
  judged: {
    phases: ['proving'],
    seldom: ['rollingBack'],
    because: 'it answers what proving asked, and an abort comes in between but takes longer',
  },
  unproven: {
    phases: ['proving'],
    seldom: ['rollingBack'],
    because: 'it answers what proving asked, and an abort comes in between but takes longer',
  },
  decisionStored: { phases: ['deciding'], because: 'it answers what deciding asked' },
  abandoned: {
    phases: ['preparing', 'applying', 'proving', 'confirming', 'rollingBack'],
    seldom: ['queued', 'deciding', 'undoing'],
    because: 'what rests is not in hand any more',
  },
};

/** Where a rollout may get in the moment in which somebody asks something of it. */
const ended = ['finished', 'failed', 'aborted', 'needsPerson'] as const;

const rollout: Table<RolloutEvent['type'], RolloutState['phase']> = {
  set: {
    phases: ['running', 'pausing', 'aborting'],
    seldom: ['soaking', 'paused', 'finished', 'failed', 'aborted', 'needsPerson'],
    because: 'a change set in hand is in one of these, and its last answers may come when it is not in hand',
  },
  soaked: {
    phases: ['soaking'],
    seldom: ['running', 'pausing', 'paused', 'aborting', 'finished', 'failed', 'aborted'],
    because: 'it answers what soaking asked, and only a person may come in between',
  },
  pauseAsked: {
    phases: ['running', 'soaking'],
    seldom: ['pausing', 'paused', 'aborting', ...ended],
    because: 'the shell refuses it elsewhere, unless the rollout gets there in the same moment',
  },
  resumeAsked: {
    phases: ['pausing', 'paused'],
    seldom: ['running', 'soaking', 'aborting', ...ended],
    because: 'the shell refuses it elsewhere, unless the rollout gets there in the same moment',
  },
  abortAsked: {
    phases: ['running', 'paused'],
    seldom: ['pausing', 'soaking', 'aborting', ...ended],
    because: 'the shell refuses it elsewhere, unless the rollout gets there in the same moment',
  },
};

/** The tables of the machines. */
export const meetings = { transaction, pair, rollout } as const;
