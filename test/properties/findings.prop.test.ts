import type { Finding, FindingSubject } from '@bondctl/proto/model/finding';
import type { HostReport } from '@bondctl/proto/model/host';
import type { End, HostId, IfName, LinkName } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../packages/controller/src/findings/evidence.ts';
import { ranked } from '../../packages/controller/src/findings/rank.ts';
import { touches } from '../../packages/controller/src/findings/subject.ts';
import { rules } from '../../packages/controller/src/findings/table.ts';
import { drbd, fakeSpec } from '../fakes/fake-parts.ts';
import { desire, report, some, text } from './words.ts';

const names = ['alpha', 'beta', 'gamma'] as readonly string[] as readonly HostId[];

/** Hosts that report anything, and a spec whose links join bonds that they really have. */
const cluster = fc
  .record({
    reports: fc.array(report, { maxLength: 3 }),
    media: fc.array(fc.constantFrom('direct' as const, 'switched' as const), { maxLength: 4 }),
    desires: fc.array(some(desire), { maxLength: 3 }),
    hasSpec: fc.boolean(),
  })
  .map(({ reports, media, desires, hasSpec }) => {
    const hosts = reports.map((one, nth) => ({ host: names[nth] ?? ('more' as HostId), report: one }));
    return { hosts, spec: hasSpec ? specOf(hosts, media, desires) : undefined };
  });

function specOf(
  hosts: readonly { readonly host: HostId; readonly report: HostReport }[],
  media: readonly Link['medium'][],
  desires: readonly ClusterSpec['desires'][number]['bonds'][],
): ClusterSpec {
  const ends = hosts.flatMap(({ host, report: { bonds } }) =>
    bonds.map((one): End => ({ host, bond: one.name })),
  );
  const links = media.flatMap((medium, nth): Link[] => {
    const [a, b] = [ends[nth], ends.at(-1 - nth)];
    return a === undefined || b === undefined ? [] : [{ ...drbd, ends: [a, b], medium }];
  });
  return {
    ...fakeSpec,
    links,
    desires: desires.map((bonds, nth) => ({ host: names[nth] ?? ('more' as HostId), bonds })),
  };
}

test('no rule throws, whatever hosts report and whatever the spec wants', () => {
  fc.assert(
    fc.property(cluster, ({ hosts, spec }) => {
      const evidence = evidenceOf(hosts, spec);
      for (const { find } of rules)
        for (const { cause, advice, evidence: facts } of find(evidence))
          expect([cause !== '', advice !== '', facts.length > 0]).toEqual([true, true, true]);
    }),
    { numRuns: 300 },
  );
});

const host = fc.constantFrom(...names);
const bond = fc.constantFrom('sync0', 'sync1').map((one) => one as IfName);
const subject: fc.Arbitrary<FindingSubject> = fc.oneof(
  fc.record({ kind: fc.constant('host' as const), host }),
  fc.record({ kind: fc.constant('bond' as const), host, bond }),
  fc.record({ kind: fc.constant('port' as const), host, bond, port: fc.constant('eth2' as IfName) }),
  fc.tuple(fc.record({ host, bond }), fc.record({ host, bond })).map((ends) => ({
    kind: 'link' as const,
    link: ends.map((end) => `${end.host}-${end.bond}`).join('-') as LinkName,
    ends,
  })),
);
const finding: fc.Arbitrary<Finding> = fc
  .tuple(fc.constantFrom(...rules), subject, text)
  .map(([{ id, severity, source, explains }, about, cause]) => ({
    rule: id,
    severity,
    source,
    explains,
    subject: about,
    cause,
    evidence: ['it was read'],
    advice: 'do something',
  }));
const findings = fc.array(finding, { maxLength: 20 });
const order = ['fault', 'warning', 'note'];

test('ranking loses nothing, adds nothing, and ranks again to the same', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const plain = ranked(all).map(({ consequenceOf: _, ...one }) => one);
      expect(plain).toHaveLength(all.length);
      expect(new Set(plain.map((one) => JSON.stringify(one)))).toEqual(
        new Set(all.map((one) => JSON.stringify(one))),
      );
      expect(ranked(plain).map(({ consequenceOf: _, ...one }) => one)).toEqual(plain);
    }),
  );
});

test('a consequence stands after its cause, which explains it and touches its subject', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const list = ranked(all);
      for (const [at, one] of list.entries()) {
        const cause = one.consequenceOf;
        if (cause === null) continue;
        const causes = list.slice(0, at).filter((other) => other.rule === cause.rule);
        expect(causes.some(({ explains }) => explains.includes(one.rule))).toBe(true);
        expect(touches(cause.subject, one.subject)).toBe(true);
      }
    }),
  );
});

test('what nothing explains comes faults first, and a note only where no worse one follows from it', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const trees: number[] = [];
      for (const { severity, consequenceOf } of ranked(all)) {
        const rank = order.indexOf(severity);
        if (consequenceOf === null) trees.push(rank);
        else trees.push(Math.min(trees.pop() ?? rank, rank));
      }
      expect(trees).toEqual(trees.toSorted((a, b) => a - b));
    }),
  );
});

test('where nothing explains anything, equals keep their order', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const apart = all.map((one, nth) => ({ ...one, explains: [], cause: String(nth) }));
      const sorted = apart.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
      expect(ranked(apart).map(({ cause }) => cause)).toEqual(sorted.map(({ cause }) => cause));
    }),
  );
});
