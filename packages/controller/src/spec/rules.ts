import type { RolloutRules } from '@bondctl/proto/model/spec';
import type { SpecDocument } from './document.ts';
import { parseDuration } from './durations.ts';
import type { Hosts } from './hosts.ts';
import type { Links } from './links.ts';
import { suggestion } from './nearest.ts';
import { readFields, rolloutShape } from './shape.ts';

/** The rules of a spec that says nothing about them: one change set after the other, and the first failure stops. */
export const usualRules: RolloutRules = {
  canary: [],
  pairsAtOnce: 1,
  spread: null,
  maxFailed: 0,
  soakMs: 0,
  onFailure: 'rollBack',
};

/** Reads the section `rollout`. */
export function readRules(
  page: SpecDocument,
  value: unknown,
  { links, hosts }: { readonly links: Links; readonly hosts: Hosts },
): RolloutRules {
  if (value === undefined) return usualRules;
  const { canary = [], soak, spread, ...fields } = readFields(page, ['rollout'], rolloutShape, value);
  return {
    ...usualRules,
    ...fields,
    canary: [...new Set(canary.flatMap((name, index) => readCanary(page, name, index, links)))],
    spread: spread === undefined ? null : readSpread(page, spread, hosts),
    soakMs: soak === undefined ? 0 : readSoak(page, soak),
  };
}

function readCanary(page: SpecDocument, name: string, index: number, links: Links): RolloutRules['canary'] {
  const meant = links.names.get(name);
  if (meant !== undefined) return meant;
  const near = suggestion(name, [...links.names.keys()]);
  page.report(['rollout', 'canary', index], `there is no link "${name}" under "links"${near}`);
  return [];
}

function readSpread(page: SpecDocument, label: string, hosts: Hosts): string {
  const labels = [...new Set(hosts.list.flatMap((host) => Object.keys(host.labels)))];
  if (!labels.includes(label))
    page.report(['rollout', 'spread'], `no host has a label "${label}"${suggestion(label, labels)}`);
  return label;
}

function readSoak(page: SpecDocument, value: unknown): number {
  const soak = parseDuration(value);
  if (soak.ok) return soak.value;
  page.report(['rollout', 'soak'], soak.error);
  return 0;
}
