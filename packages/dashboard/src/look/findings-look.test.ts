import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { countSeverities, findingTrees, subjectAddress } from './findings-look.ts';

const subject = { kind: 'host', host: 'alpha' as HostId } as const;
const finding = (rule: string, severity: RankedFinding['severity'], cause: string | null): RankedFinding => ({
  rule,
  severity,
  subject,
  cause: '',
  evidence: [],
  advice: '',
  source: '',
  explains: [],
  consequenceOf: cause === null ? null : { rule: cause, subject },
});
const all = [finding('a', 'fault', null), finding('b', 'warning', 'a'), finding('c', 'note', null)];

test('what follows from a cause stands under it', () => {
  const rules = (trees: ReturnType<typeof findingTrees>) =>
    trees.map(({ cause, consequences }) => [cause.rule, ...consequences.map(({ rule }) => rule)]);
  expect(rules(findingTrees(all, null))).toEqual([['a', 'b'], ['c']]);
  // A consequence without its cause would say half of it.
  expect(rules(findingTrees(all, 'warning'))).toEqual([['a', 'b']]);
  expect(countSeverities(all)).toEqual({ fault: 1, warning: 1, note: 1 });
});

test('a finding leads to its subject', () => {
  expect(subjectAddress(subject)).toBe('/hosts/alpha');
  expect(subjectAddress({ kind: 'link', link: 'a/b' as never, ends: [] as never })).toBe('/links/a%2Fb');
});
