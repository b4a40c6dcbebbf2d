import { BondctlError, type Refusal } from '@bondctl/proto/model/error';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { ClusterPlan, HostRefusal } from '../plan/plan.ts';
import { parseSpec } from '../spec/parse.ts';
import type { RolloutPorts } from './ports.ts';

/** The spec of a text. Throws `bad-input` with every mistake. */
export function specOf(text: string, file: string): ClusterSpec {
  const parsed = parseSpec(text, file);
  if (parsed.ok) return parsed.value;
  const count = parsed.error.length;
  const message = `${file} has ${count} mistake${count === 1 ? '' : 's'}; nothing was changed.`;
  throw new BondctlError('bad-input', message, { mistakes: parsed.error });
}

/** A plan with a refusal is not carried out, not even in part. */
export function refuse({ refusals }: ClusterPlan): void {
  if (refusals.length === 0) return;
  const gone = refusals.every((one) => one.kind === 'unreachable');
  const hosts = [...new Set(refusals.map((one) => one.host))].join(', ');
  const message = gone
    ? `${hosts} cannot be reached, so nothing was changed; look at "bondctl hosts" and repeat.`
    : `Refused by ${hosts}; nothing was changed.`;
  throw new BondctlError(gone ? 'unreachable' : 'refused', message, { refusals: refusals.map(withHost) });
}

const withHost = ({ host, subject, message }: HostRefusal): Refusal => ({
  subject: `${host}: ${subject}`,
  message,
});

/** Makes a spec a revision. The same text again is the same revision. */
export async function accept(
  { store, record }: RolloutPorts,
  actor: string,
  text: string,
  spec: ClusterSpec,
  nowUnixMs: number,
): Promise<number> {
  const latest = await store.latestRevision();
  if (latest?.text === text) return latest.revision;
  const { revision } = await store.addRevision(nowUnixMs, actor, text, spec);
  await record(actor, { type: 'revisionAccepted', revision });
  return revision;
}
