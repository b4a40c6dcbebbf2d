import type { LinkCause } from '@bondctl/proto/model/command';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { Change } from './diff.ts';
import type { Wires } from './wires.ts';

/** Whether a transaction of ours changes a bond: it does, it did a moment ago, or it does not. */
export type OwnHand = 'now' | 'lately' | 'no';

/** What is known around a look. */
export interface Around {
  readonly wires: Wires;
  readonly own: (bond: BondName) => OwnHand;
  /** The cause told last of a port, or of any port of a bond where `port` is null; null where there is none, or too old. */
  readonly told: (bond: BondName, port: IfName | null) => LinkCause | null;
}

type Why = LinkCause | null;

/** Configuration: nobody but people and programs changes these. */
const configured: ReadonlySet<string> = new Set(['bond', 'port', 'mode', 'mtu']);
const unfinished: ReadonlySet<string> = new Set(['going down', 'going back']);

/** Why a port failed or came back, from its wire: without a change of it, it was the driver's monitor that decided. */
function portCause({ bond, port, before, after }: Change, { wires, told }: Around): Why {
  if (port === null) return null;
  const wire = wires.get(port);
  // The second half of a delayed change has the cause of its first.
  if (unfinished.has(before)) return told(bond, port);
  if (wire === undefined) return null;
  if (wire.changed !== null) return wire.changed;
  if (!wire.up) return 'setDown';
  const isUp = after === 'up' || after === 'going back';
  return wire.carrier || isUp ? 'monitoring' : 'carrier';
}

/** What happened to a bond by what happened to its ports in the same look, or just before. */
const bondCause = ({ bond }: Change, ports: readonly Why[], around: Around): Why =>
  ports.find((why) => why !== null) ?? around.told(bond, null);

function causeOf(change: Change, ports: readonly Why[], around: Around): Why {
  switch (change.what) {
    case 'link failures':
    case 'mii status':
      return change.port === null ? bondCause(change, ports, around) : portCause(change, around);
    case 'active port':
    case 'speed':
      return bondCause(change, ports, around);
    case 'aggregator':
    case 'partner':
      return 'lacp';
    case 'carrier':
      return change.port !== null && around.wires.get(change.port)?.up === false ? 'setDown' : 'carrier';
    default:
      return null;
  }
}

const isOfPort = ({ port, what }: Change): boolean =>
  port !== null && (what === 'mii status' || what === 'link failures');

/** Why one change happened, `beside` everything that happened to its bond in the same look. */
function causeBeside(change: Change, beside: readonly Change[], around: Around): Why {
  const own = around.own(change.bond);
  if (own === 'now') return 'ownChange';
  // A bond that was changed loses and finds partners, ports and carriers because of that.
  const isRebuilt = beside.some(({ what }) => what !== 'mtu' && configured.has(what));
  if (isRebuilt || configured.has(change.what)) return own === 'lately' ? 'ownChange' : 'bondChange';
  const ports = beside.filter(isOfPort).map((one) => portCause(one, around));
  return causeOf(change, ports, around);
}

/** Why each change of one look happened, in its order. */
export const causesOf = (changes: readonly Change[], around: Around): readonly Why[] =>
  changes.map((change) =>
    causeBeside(
      change,
      changes.filter(({ bond }) => bond === change.bond),
      around,
    ),
  );
