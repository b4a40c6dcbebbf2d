import { type BondDesire, desiredName } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import type { OptionName } from '@bondctl/proto/model/options';
import { choiceText } from '@bondctl/proto/model/port-choice';
import type { HostView } from '@bondctl/proto/model/view';
import type { WhyBond, WhyHost, WhyTransaction } from '@bondctl/proto/model/why';
import { committedRevisions } from './drift-view.ts';
import type { WhySight } from './why-sight.ts';

/** One host: what it shall be, what it is, and what it has in hand. */
export function whyHost(sight: WhySight, view: HostView): WhyHost {
  const { host, presence, lastSeenUnixMs } = view;
  return {
    host,
    presence,
    lastSeenUnixMs,
    committed: committedRevisions(sight.rollouts).get(host) ?? null,
    bonds: bondsAskedFor(sight, view).map((bond) => whyBond(sight, view, bond)),
    steps: stepsOf(sight, host),
    transaction: transactionOf(sight, view),
  };
}

const desiresOf = ({ accepted }: WhySight, host: HostId): readonly BondDesire[] =>
  accepted?.spec.desires.find((desire) => desire.host === host)?.bonds ?? [];

/** Of a link its own bonds; of a host every bond that somebody wants or that drifts. */
function bondsAskedFor(sight: WhySight, { host, drift }: HostView): readonly BondName[] {
  const { link } = sight.about;
  if (link !== null) return link.ends.filter((end) => end.host === host).map((end) => end.name);
  return [...new Set([...desiresOf(sight, host).map(desiredName), ...drift.map(({ bond }) => bond)])];
}

function whyBond(sight: WhySight, view: HostView, bond: BondName): WhyBond {
  const desire = desiresOf(sight, view.host).find((one) => desiredName(one) === bond);
  const report = sight.reports.get(view.host);
  const drift = view.drift.find((one) => one.bond === bond);
  return {
    bond,
    desired: desire === undefined ? null : wanted(desire),
    actual: report === undefined ? null : found(bond, report, desire),
    differences: drift?.differences ?? [],
    driftSinceUnixMs: drift?.sinceUnixMs ?? null,
    sentence: view.bonds.find((one) => one.name === bond)?.sentence ?? '',
  };
}

const line = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');

function wanted(desire: BondDesire): string {
  if (desire.state === 'absent') return 'absent';
  const { mode, ports, options, mtu, addresses } = desire.spec;
  const named = Object.entries(options).map(([option, value]) => `${option} ${value}`);
  return line([
    mode,
    `ports ${ports.map(choiceText).sort().join(', ')}`,
    mtu === null ? '' : `mtu ${mtu}`,
    ...named,
    addresses?.join(', ') ?? '',
  ]);
}

/** The same facts as in what is wanted, as the kernel has them. */
function found(bond: BondName, { state }: HostReport, desire: BondDesire | undefined): string {
  const config = state.bonds.find((one) => one.name === bond);
  const device = state.interfaces.find((one) => one.name === bond);
  if (config === undefined) return 'absent';
  const spec = desire?.state === 'present' ? desire.spec : undefined;
  const options = Object.keys(spec?.options ?? {}) as OptionName[];
  const addresses = device?.addresses.filter(({ origin }) => origin === 'static') ?? [];
  return line([
    config.mode,
    `ports ${[...config.ports].sort().join(', ') || 'none'}`,
    spec?.mtu === null || device === undefined ? '' : `mtu ${device.mtu}`,
    ...options.map((option) => `${option} ${config.options[option] ?? 'unknown'}`),
    spec?.addresses === null ? '' : addresses.map(({ cidr }) => cidr).join(', '),
  ]);
}

/** What a host would do for the accepted spec, by a plan made just now. */
function stepsOf({ plan }: WhySight, host: HostId): readonly string[] {
  if (plan === null || typeof plan === 'string') return [];
  return plan.changeSets
    .flatMap((set) => set.participants)
    .filter((one) => one.host === host)
    .flatMap((one) => one.steps.map(({ sentence }) => sentence));
}

/** The newest fact about the transaction says whose it is, and since when it stands so. */
function transactionOf({ events }: WhySight, { host, transaction }: HostView): WhyTransaction | null {
  if (transaction === null) return null;
  const told = events.find(
    ({ fact }) => 'tx' in fact && 'host' in fact && fact.host === host && fact.tx === transaction.id,
  );
  const rollout = told !== undefined && 'rollout' in told.fact ? told.fact.rollout : null;
  return { ...transaction, rollout, sinceUnixMs: told?.atUnixMs ?? null };
}
