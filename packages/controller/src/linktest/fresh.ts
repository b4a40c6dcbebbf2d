import type { BondDesire } from '@bondctl/proto/model/bond';
import { type End, formatEnd, type HostId } from '@bondctl/proto/model/names';
import { portCount } from '@bondctl/proto/model/port-choice';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import { parseCidr } from '../spec/addresses.ts';
import type { EndFacts } from './ends.ts';

/** What a transaction made of the bonds of a host. */
export interface Changed {
  readonly host: HostId;
  readonly desired: readonly BondDesire[];
}

/** An end that is reported as it was changed; a report from before the change would prove what is no more. */
export function freshEnd(facts: EndFacts, changed: readonly Changed[]): Result<EndFacts, string> {
  const desire = desireOf(facts.end, changed);
  if (desire === undefined) return success(facts);
  const stale = desire.state === 'absent' ? 'its absence' : differing(facts, desire);
  if (stale === undefined) return success(facts);
  return failure(`${formatEnd(facts.end)} is not reported as it was changed: ${stale}`);
}

const desireOf = (end: End, changed: readonly Changed[]): BondDesire | undefined =>
  changed
    .filter((one) => one.host === end.host)
    .flatMap((one) => one.desired)
    .find((one) => (one.state === 'present' ? one.spec.name : one.name) === end.bond);

function differing(facts: EndFacts, { spec }: Extract<BondDesire, { state: 'present' }>): string | undefined {
  if (facts.mode !== spec.mode) return `mode ${facts.mode} for ${spec.mode}`;
  if (spec.mtu !== null && facts.mtu !== spec.mtu) return `MTU ${facts.mtu} for ${spec.mtu}`;
  const wanted = portCount(spec.ports);
  if (facts.ports !== wanted) return `${facts.ports} ports for ${wanted}`;
  // All were up when the change was read back; a report that has one of them down is older, and its ceiling too low.
  if (facts.usable.length !== wanted) return `${facts.usable.length} of ${wanted} ports up`;
  const policy = spec.options.xmit_hash_policy;
  const reported = facts.xmitHashPolicy?.split(' ')[0];
  if (policy !== undefined && reported !== undefined && reported !== policy)
    return `${reported} for ${policy}`;
  const missing = (spec.addresses ?? []).find((wanted) => !facts.addresses.some((has) => same(has, wanted)));
  return missing === undefined ? undefined : `without ${missing}`;
}

/** The same address, however it is written. */
function same(a: string, b: string): boolean {
  const [left, right] = [parseCidr(a), parseCidr(b)];
  return left.ok && right.ok && left.value.text === right.value.text;
}
