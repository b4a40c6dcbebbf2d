import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Health } from '@bondctl/proto/model/view';
import { durationText } from './age.ts';

/** How an event stands in a time line: how serious it is, what it is about, and what happened. */
export interface EventLine {
  readonly id: number;
  readonly atUnixMs: number;
  readonly actor: string;
  /** null: neither good nor bad. */
  readonly tone: Health | null;
  /** null: nothing but the cluster as a whole. */
  readonly subject: string | null;
  readonly sentence: string;
}

/** An event as people read it. */
export function eventLine({ id, atUnixMs, actor, fact }: RecordedEvent): EventLine {
  const when =
    'happenedUnixMs' in fact && typeof fact.happenedUnixMs === 'number' ? fact.happenedUnixMs : atUnixMs;
  return {
    id,
    atUnixMs: when,
    actor,
    tone: toneOf(fact),
    subject: subjectOf(fact),
    sentence: sentenceOf(fact),
  };
}

type Words = Readonly<Record<string, unknown>>;

/** What is good or bad news, by kind of fact; all others are neither. */
const tones: Readonly<Record<string, Health>> = {
  hostConnected: 'ok',
  hostCommitted: 'ok',
  proofPassed: 'ok',
  driftEnded: 'ok',
  hostDisconnected: 'unknown',
  eventsLost: 'unknown',
  failuresUnseen: 'unknown',
  hostStuck: 'down',
  personNeeded: 'down',
  hostRolledBack: 'degraded',
  proofFailed: 'degraded',
  driftSeen: 'degraded',
  alertRaised: 'degraded',
};

function toneOf(fact: Fact): Health | null {
  if (fact.type === 'linkEventSeen') return fact.after === 'down' ? 'down' : 'ok';
  if (fact.type === 'linkTested' || fact.type === 'meshTested') return fact.passed ? 'ok' : 'degraded';
  if (fact.type === 'rolloutEnded')
    return fact.ending === 'finished' ? 'ok' : fact.ending === 'needsPerson' ? 'down' : 'degraded';
  return tones[fact.type] ?? null;
}

/** What a fact is about, as `host/bond port`, a link, or a rollout. */
function subjectOf(fact: Fact): string | null {
  const words: Words = fact;
  const end = [words['host'], words['bond']].filter(isWord).join('/');
  const named = [end, words['port']].filter(isWord).join(' ');
  return [named, words['link'], words['rollout'], words['mesh']].find(isWord) ?? null;
}

const isWord = (word: unknown): word is string => typeof word === 'string' && word !== '';

const causes: Readonly<Record<string, string>> = {
  carrier: 'the cable or the other side lost its carrier',
  monitoring: "the driver's own monitoring",
  lacp: 'LACP',
  ownChange: 'a change that bondctl made',
  bondChange: 'the bond was changed',
};

function sentenceOf(fact: Fact): string {
  if (fact.type === 'linkEventSeen') return linkEvent(fact);
  if (fact.type === 'waveStarted')
    return `wave ${fact.wave} of ${fact.waves} started: ${fact.sets.join(', ')}`;
  if (fact.type === 'soakStarted') return `the wave is watched for ${durationText(fact.soakMs)}`;
  const words: Words = fact;
  const said = [words['sentence'], words['why'], words['reason']].find(isWord);
  const kind = spoken(fact.type);
  return said === undefined ? kind : `${kind}: ${said}`;
}

function linkEvent(fact: Extract<Fact, { readonly type: 'linkEventSeen' }>): string {
  const cause: unknown = 'cause' in fact ? fact.cause : null;
  const because = isWord(cause) ? ` (${causes[cause] ?? cause})` : '';
  return `${fact.what} went from ${fact.before} to ${fact.after}${because}`;
}

/** `hostRolledBack` as `host rolled back`. */
const spoken = (type: string): string => type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Whether an event is news of a link between these hosts, or of the link itself. */
export function concerns(
  fact: Fact,
  link: string | null,
  ends: readonly { readonly host: string; readonly bond: string | null }[],
): boolean {
  const words: Words = fact;
  if (link !== null && words['link'] === link) return true;
  return ends.some(
    ({ host, bond }) =>
      words['host'] === host && (bond === null || !isWord(words['bond']) || words['bond'] === bond),
  );
}
