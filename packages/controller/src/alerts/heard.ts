import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import { type CourseId, type HostId, parseId } from '@bondctl/proto/model/names';
import { type Changing, changingAfter, isQuiet } from './changing.ts';
import type { Thresholds } from './thresholds.ts';

/** Link failures that the kernel counted between two looks at one port. */
export interface Failures {
  /** `host/bond` */
  readonly end: string;
  readonly port: string;
  readonly atUnixMs: number;
  readonly count: number;
}

/** The LACP partner of one bond: the last one that was there, and when another took its place. */
export interface Partner {
  /** null while a partner is there. */
  readonly gone: string | null;
  readonly changed: { readonly atUnixMs: number; readonly before: string; readonly after: string } | null;
}

/** What follows from facts and shows in no status: kept from one look to the next. */
export interface Heard {
  readonly failures: readonly Failures[];
  /** By `host/bond`. */
  readonly partners: Readonly<Record<string, Partner>>;
  /** By link: what its last judged test missed. */
  readonly missed: Readonly<Record<string, string>>;
  /** By link: the rollout that proved it; it counts when a host commits. */
  readonly proven: Readonly<Record<string, CourseId>>;
  /** By host: our own change of it. */
  readonly changing: Readonly<Record<string, Changing>>;
}

/** What a controller has heard that never looked. */
export const nothingHeard: Heard = { failures: [], partners: {}, missed: {}, proven: {}, changing: {} };

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

const mostFailures = 2_000;

/** What is known after one more fact; the same object when the fact says nothing. */
export function heardAfter(heard: Heard, { fact, atUnixMs }: RecordedEvent, thresholds: Thresholds): Heard {
  const changing = changingAfter(heard.changing, fact, atUnixMs, thresholds.graceMs);
  const after = changing === heard.changing ? heard : { ...heard, changing };
  switch (fact.type) {
    case 'linkEventSeen':
      return isQuiet(changing, [fact.host], atUnixMs) ? after : linkEvent(after, fact, atUnixMs);
    case 'proofPassed':
      return parseId('ro', fact.rollout).ok
        ? { ...after, proven: { ...after.proven, [fact.link]: fact.rollout } }
        : after;
    case 'hostCommitted':
      return committed(after, fact.rollout);
    case 'rolloutEnded':
      return settled(after, fact.rollout);
    case 'hostRemoved':
      return forgotten(after, fact.host);
    default:
      return after;
  }
}

function linkEvent(heard: Heard, fact: FactOf<'linkEventSeen'>, atUnixMs: number): Heard {
  if (fact.what === 'link failures' && fact.port !== null) return failed(heard, fact, fact.port, atUnixMs);
  return fact.what === 'partner' && fact.port === null ? partnered(heard, fact, atUnixMs) : heard;
}

function failed(heard: Heard, fact: FactOf<'linkEventSeen'>, port: string, atUnixMs: number): Heard {
  const count = Number(fact.after) - Number(fact.before);
  if (!(count > 0)) return heard;
  const one = { end: `${fact.host}/${fact.bond}`, port, atUnixMs, count };
  return { ...heard, failures: [...heard.failures, one].slice(-mostFailures) };
}

/** What LACP shows while nobody answers is no partner. */
const isPartner = (mac: string): boolean =>
  /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(mac) && mac !== '00:00:00:00:00:00';

function partnered(heard: Heard, fact: FactOf<'linkEventSeen'>, atUnixMs: number): Heard {
  const end = `${fact.host}/${fact.bond}`;
  const known = heard.partners[end] ?? { gone: null, changed: null };
  const before = isPartner(fact.before) ? fact.before : known.gone;
  const partner: Partner = isPartner(fact.after)
    ? { gone: null, changed: changedFrom(before, fact.after, atUnixMs) ?? known.changed }
    : { ...known, gone: before };
  return { ...heard, partners: { ...heard.partners, [end]: partner } };
}

const changedFrom = (before: string | null, after: string, atUnixMs: number): Partner['changed'] =>
  before === null || before === after ? null : { atUnixMs, before, after };

/** A host of a proven change has it for good: what the link missed before is another link's. */
function committed(heard: Heard, rollout: CourseId): Heard {
  const links = provenBy(heard, rollout);
  return links.length === 0 ? heard : { ...settled(heard, rollout), missed: without(heard.missed, links) };
}

function settled(heard: Heard, rollout: CourseId): Heard {
  const links = provenBy(heard, rollout);
  return links.length === 0 ? heard : { ...heard, proven: without(heard.proven, links) };
}

const provenBy = ({ proven }: Heard, rollout: CourseId): readonly string[] =>
  Object.keys(proven).filter((link) => proven[link] === rollout);

function forgotten(heard: Heard, host: HostId): Heard {
  const ends = Object.keys(heard.partners).filter((end) => end.startsWith(`${host}/`));
  return {
    ...heard,
    partners: without(heard.partners, ends),
    failures: heard.failures.filter(({ end }) => !end.startsWith(`${host}/`)),
  };
}

/** What a judged test of a link says; `missed` is null when it held everything. */
export interface JudgedTest {
  readonly link: string;
  readonly hosts: readonly string[];
  readonly missed: string | null;
}

/** A test made while we change its hosts says nothing about the link as people have it. */
export function judgedAfter(heard: Heard, { link, hosts, missed }: JudgedTest): Heard {
  if (hosts.some((host) => heard.changing[host]?.untilUnixMs === null)) return heard;
  return missed === null
    ? { ...heard, missed: without(heard.missed, [link]) }
    : { ...heard, missed: { ...heard.missed, [link]: missed } };
}

/** Drops what is too old to matter, and what was of links that are gone; the same object when nothing is. */
export function pruned(
  heard: Heard,
  links: readonly string[],
  nowUnixMs: number,
  { flapping, partnerStandsMs }: Thresholds,
): Heard {
  const failures = heard.failures.filter(({ atUnixMs }) => nowUnixMs - atUnixMs < flapping.withinMs);
  const stale = Object.entries(heard.partners)
    .filter(([, { gone, changed }]) => gone === null && isStale(changed, nowUnixMs, partnerStandsMs))
    .map(([end]) => end);
  const over = Object.keys(heard.changing).filter((host) => !isQuiet(heard.changing, [host], nowUnixMs));
  const known = new Set(links);
  const lost = Object.keys(heard.missed).filter((link) => !known.has(link));
  const count = stale.length + over.length + lost.length;
  if (failures.length === heard.failures.length && count === 0) return heard;
  return {
    ...heard,
    failures,
    partners: without(heard.partners, stale),
    missed: without(heard.missed, lost),
    changing: without(heard.changing, over),
  };
}

const isStale = (changed: Partner['changed'], nowUnixMs: number, standsMs: number): boolean =>
  changed === null || nowUnixMs - changed.atUnixMs >= standsMs;

const without = <T>(
  all: Readonly<Record<string, T>>,
  keys: readonly string[],
): Readonly<Record<string, T>> =>
  keys.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
