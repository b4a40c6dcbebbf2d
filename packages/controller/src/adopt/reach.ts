import { BondctlError } from '@bondctl/proto/model/error';
import type { ProbeAnswer } from '@bondctl/proto/model/linktest';
import { type CommandId, formatEnd, type TestId } from '@bondctl/proto/model/names';
import type { Agents } from '../hub/ports.ts';
import type { Member } from './networks.ts';

/** What probes need of the controller. */
export interface ReachDeps {
  readonly agents: Pick<Agents, 'ask'>;
  readonly ids: { command(): CommandId; test(): TestId };
  readonly clock: { monotonicMs(): number };
}

/** How many probes are still sent, and until when. */
export interface Allowance {
  left: number;
  readonly endByMs: number;
}

/** What is said once there are none left. */
export const spent = 'no more probes are sent for one spec';

/** True while probes may be sent. */
export const hasLeft = ({ clock }: ReachDeps, { left, endByMs }: Allowance): boolean =>
  left > 0 && clock.monotonicMs() < endByMs;

/** Whether one bond reaches another, and a sentence on it. `refused`: it did not ask. */
export interface Reach {
  readonly kind: 'full' | 'smaller' | 'silent' | 'refused';
  readonly sentence: string;
}

const probeMs = 12_000;
/** The least that IPv6 must carry; what does not even pass this is no matter of size. */
const smallBytes = 1_280;

type Asked =
  | { readonly ok: true; readonly probe: ProbeAnswer }
  | { readonly ok: false; readonly why: string };

/** Sends packets of the full MTU, unfragmented, from one bond to another. */
export async function reach(deps: ReachDeps, from: Member, to: Member, allowance: Allowance): Promise<Reach> {
  const bytes = Math.min(from.bond.mtu, to.bond.mtu);
  const way = `from ${formatEnd(from.bond.end)} to ${formatEnd(to.bond.end)}`;
  const full = await ask(deps, from, to, bytes, allowance);
  if (!full.ok) return { kind: 'refused', sentence: full.why };
  const { sent, received } = full.probe;
  if (received > 0) {
    const all = received === sent ? '' : `, though only ${received} of ${sent} came back`;
    return { kind: 'full', sentence: `${bytes} bytes pass unfragmented ${way}${all}` };
  }
  const silent = { kind: 'silent', sentence: `nothing comes back ${way}` } as const;
  if (bytes <= smallBytes) return silent;
  const small = await ask(deps, from, to, smallBytes, allowance);
  if (!small.ok || small.probe.received === 0) return silent;
  const sentence = `${smallBytes} bytes pass ${way}, ${bytes} do not: something between them has a smaller MTU`;
  return { kind: 'smaller', sentence };
}

async function ask(
  deps: ReachDeps,
  { bond: from }: Member,
  { bond: to, address }: Member,
  ipBytes: number,
  allowance: Allowance,
): Promise<Asked> {
  const { agents, ids, clock } = deps;
  if (!from.isConnected) return { ok: false, why: `${from.end.host} is not connected` };
  if (!hasLeft(deps, allowance)) return { ok: false, why: spent };
  allowance.left -= 1;
  const leftMs = allowance.endByMs - clock.monotonicMs();
  const ends = { bond: from.end.bond, peer: address, from: from.end, to: to.end };
  const order = { kind: 'probe', test: ids.test(), ...ends, ipBytes, identifier: null } as const;
  try {
    const outcome = await agents.ask(from.end.host, ids.command(), order, Math.min(probeMs, leftMs));
    if (outcome.kind === 'probed') return { ok: true, probe: outcome.probe };
    const said = outcome.kind === 'refused' ? outcome.refusals.map(({ message }) => message) : [];
    return { ok: false, why: `${from.end.host} sends no probe: ${said.join('; ') || outcome.kind}` };
  } catch (thrown) {
    return { ok: false, why: BondctlError.from(thrown).message };
  }
}
