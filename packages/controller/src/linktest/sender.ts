import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { Sender } from '../hash/forecast.ts';
import { parseHosts } from '../hash/hosts.ts';
import { parseHashPolicy, presentGeneration } from '../hash/policies.ts';
import type { EndFacts, Path } from './ends.ts';

/** An end as a transmit hash sees it; modes without a policy hash nothing, so that theirs has no say. */
export function senderOf(from: EndFacts, to: EndFacts, path: Path): Result<Sender, string> {
  const text = from.xmitHashPolicy ?? 'layer2';
  const policy = parseHashPolicy(text);
  if (policy === undefined) return failure(`the transmit hash policy "${text}" is not known here`);
  const hosts = parseHosts({ mac: from.mac, ip: path.from }, { mac: to.mac, ip: path.to }, null);
  if (!hosts.ok) return hosts;
  return success({ hosts: hosts.value, policy, generation: presentGeneration, usable: from.usable });
}

/** The same link seen from its other end. */
export const turned = ({ family, from, to, toSeenFrom, fromSeenTo }: Path): Path => ({
  family,
  from: to,
  to: from,
  toSeenFrom: fromSeenTo,
  fromSeenTo: toSeenFrom,
});
