import type { HostView, LinkView } from '@bondctl/proto/model/view';
import { type BondRule, bondRules } from './bond-rules.ts';
import { flapping } from './flapping.ts';
import type { Heard } from './heard.ts';
import type { Look, Observed } from './look.ts';
import { type AlertSight, hostsOf, type Subject, subjectsOf } from './subjects.ts';

/** More than anybody reads in a message; `status` has all of it. */
const mostMembers = 64;
const longestSentence = 1_000;

/** Names of everything that can be a subject. */
export const namesIn = (sight: AlertSight): ReadonlySet<string> =>
  new Set([
    ...sight.links.map(({ name }) => name),
    ...sight.hosts.map(({ host }) => host),
    ...subjectsOf(sight).map(({ name }) => name),
  ]);

/** Everything that holds, or that nobody can see, at one look. */
export const observed = (sight: AlertSight, look: Look): readonly Observed[] => [
  ...subjectsOf(sight).flatMap((subject) => [
    ...bondRules.flatMap((rule) => observedOf(subject, rule, look)),
    ...flapping(subject, look),
  ]),
  ...sight.links.flatMap((link) => below(link, look.heard)),
  ...sight.hosts.flatMap(lost),
];

function observedOf(subject: Subject, { rule, look: lookAt }: BondRule, look: Look): readonly Observed[] {
  const ends = subject.ends.map((end) => ({
    end,
    said: end.isSeen ? lookAt(end, look) : ('unknown' as const),
  }));
  const held = ends.flatMap(({ said }) => (typeof said === 'string' ? [] : [said]));
  const base = { rule, kind: subject.kind, subject: subject.name, hosts: hostsOf(subject) };
  if (held.length > 0)
    return [
      {
        ...base,
        standing: 'holds',
        members: held.flatMap(({ members }) => members).slice(0, mostMembers),
        sentence: held
          .map(({ sentence }) => sentence)
          .join('; ')
          .slice(0, longestSentence),
      },
    ];
  const isUnknown = ends.some(({ said }) => said === 'unknown');
  return isUnknown ? [{ ...base, standing: 'unknown', members: [], sentence: '' }] : [];
}

function below({ name, ends }: LinkView, { missed }: Heard): readonly Observed[] {
  const sentence = missed[name];
  if (sentence === undefined) return [];
  const members = ends.map((end) => `${end.host}/${end.name}`);
  const hosts = ends.map(({ host }) => host);
  return [
    { rule: 'belowExpectation', kind: 'link', subject: name, standing: 'holds', hosts, members, sentence },
  ];
}

/** A host that is late is not lost yet, and one that this controller never heard of is not known. */
function lost({ host, presence }: HostView): readonly Observed[] {
  if (presence === 'connected') return [];
  const base = { rule: 'agentLost', kind: 'host', subject: host, hosts: [host], members: [host] } as const;
  const sentence = `the agent of ${host} is not heard of any more`;
  return [{ ...base, standing: presence === 'lost' ? 'holds' : 'unknown', sentence }];
}
