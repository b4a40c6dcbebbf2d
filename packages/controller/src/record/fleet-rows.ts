import type { FleetHost, FleetLink } from '@bondctl/proto/model/fleet';
import type { Presence } from '@bondctl/proto/model/host';
import type { Link } from '@bondctl/proto/model/spec';
import type { EndView, HostView, LinkView } from '@bondctl/proto/model/view';
import { stuckAttention } from './view.ts';

/** Why nothing is known of a host; of a connected one something is. */
const absent: Readonly<Record<Presence, string>> = {
  connected: '',
  suspect: 'has been silent for a while',
  lost: 'is lost',
  unknown: 'has not come yet since the controller started',
};

/** A host in one line. */
export function fleetHost(view: HostView): FleetHost {
  return {
    host: view.host,
    presence: view.presence,
    health: view.health,
    sentence: hostSentence(view),
    bonds: view.bonds.length,
    bondsNotOk: view.bonds.filter((bond) => bond.health !== 'ok').length,
  };
}

function hostSentence(view: HostView): string {
  if (view.presence !== 'connected') return absent[view.presence];
  if (view.agentVersion === null) return 'has not reported yet';
  const there = new Set(view.bonds.map((bond) => bond.name));
  return [
    ...stuckAttention(view).map((one) => one.sentence),
    ...view.bonds.flatMap(({ name, sentence }) => (sentence === '' ? [] : [`${name}: ${sentence}`])),
    ...view.drift.flatMap(({ bond, sentence }) => (there.has(bond) ? [] : [`${bond}: ${sentence}`])),
  ].join('; ');
}

/** A link in one line; `percent` is that of its last test. */
export function fleetLink(link: Link, view: LinkView, percent: number | null, rolling: boolean): FleetLink {
  return {
    name: link.name,
    medium: link.medium,
    health: view.health,
    sentence: [...view.ends.flatMap(endSentence), ...view.disagreements].join('; '),
    ends: link.ends,
    percent,
    rolling,
  };
}

function endSentence(end: EndView): readonly string[] {
  if (end.presence !== 'connected') return [`${end.host} ${absent[end.presence]}`];
  if (end.bond === null) return [`${end.host} has no ${end.name}`];
  return end.bond.sentence === '' ? [] : [`${end.host}/${end.name}: ${end.bond.sentence}`];
}
