import type { BondLacp, BondState, PortLacp, PortState } from '@bondctl/proto/model/bond';
import type { HostReport, InterfaceState, Presence } from '@bondctl/proto/model/host';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { HostId } from '@bondctl/proto/model/names';
import type {
  BondView,
  DriftView,
  Health,
  HostView,
  LacpView,
  PortLacpView,
  PortView,
} from '@bondctl/proto/model/view';
import { driftView } from './drift-view.ts';

/** Everything that is known of one enrolled host at one moment. */
export interface HostSight {
  readonly host: HostId;
  readonly enrolledUnixMs: number;
  readonly presence: Presence;
  readonly lastSeenUnixMs: number | undefined;
  readonly report: HostReport | undefined;
}

const order: readonly Health[] = ['ok', 'degraded', 'unknown', 'down'];

/** The worst of several healths; `ok` of none. */
export const worst = (healths: readonly Health[]): Health =>
  healths.reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b), 'ok');

/**
 * One host as people see it. What a host said before it was lost is shown, and its health is unknown. `committed` is the
 * revision that the host committed last, null when nobody knows.
 */
export function hostView(sight: HostSight, committed: number | null): HostView {
  const { report } = sight;
  const drift = report?.drift.map((one) => driftView(one, committed)) ?? [];
  const bonds = report === undefined ? [] : report.bonds.map((bond) => bondView(bond, report, drift));
  const reached = sight.presence === 'connected' && report !== undefined;
  return {
    host: sight.host,
    presence: sight.presence,
    lastSeenUnixMs: sight.lastSeenUnixMs ?? null,
    enrolledUnixMs: sight.enrolledUnixMs,
    agentVersion: report?.agentVersion ?? null,
    kernel: report?.kernel ?? null,
    iperf3Version: report?.iperf3Version ?? null,
    health: reached ? worst([...bonds.map((bond) => bond.health), ...drift.map(() => drifts)]) : 'unknown',
    bonds,
    transaction: report?.transaction ?? null,
    unknownLines: report?.unknownLines ?? [],
    drift,
  };
}

/** What drifts works as it is, perhaps; it is not what was proven. */
const drifts: Health = 'degraded';

function bondView(bond: BondState, report: HostReport, drift: readonly DriftView[]): BondView {
  const device = report.state.interfaces.find((one) => one.name === bond.name);
  const departed = drift.find((one) => one.bond === bond.name);
  const ports = bond.ports.map(portView);
  const lacp = bond.mode === '802.3ad' ? lacpView(bond) : null;
  return {
    name: bond.name,
    mode: bond.mode ?? bond.modeText,
    mtu: device?.mtu ?? null,
    ...withDrift(judged(bond, ports, lacp, device), departed),
    activePort: bond.activePort,
    addresses: device?.addresses.filter((one) => one.origin !== 'kernel').map((one) => one.cidr) ?? [],
    ports,
    lacp,
    kept: keptSentence(report.kept?.find((one) => one.bond === bond.name)),
  };
}

/** Where a bond outlives a reboot, for people. */
function keptSentence(kept: BondKept | undefined): string | null {
  if (kept === undefined) return null;
  if (kept.kind === 'notKept') return `gone with the next reboot: ${kept.why}`;
  const { files, backend, untilReboot, unread } = kept;
  return [
    `kept in ${files.join(', ')} (${backend})`,
    ...(untilReboot.length === 0 ? [] : [`until reboot only: ${untilReboot.join(', ')}`]),
    ...(unread === null ? [] : [unread]),
  ].join('; ');
}

type Judged = Pick<BondView, 'health' | 'sentence'>;

function withDrift({ health, sentence }: Judged, drift: DriftView | undefined): Judged {
  if (drift === undefined) return { health, sentence };
  const sentences = [sentence, drift.sentence].filter((one) => one !== '');
  return { health: worst([health, drifts]), sentence: sentences.join('; ') };
}

const portView = (port: PortState): PortView => ({
  name: port.name,
  up: port.miiStatus === 'up',
  miiStatus: port.miiStatus,
  speedMbps: port.speedMbps,
  duplex: port.duplex,
  linkFailureCount: port.linkFailureCount,
  lacp: port.lacp === null ? null : portLacpView(port.lacp),
});

const portLacpView = ({ aggregatorId, actor, partner }: PortLacp): PortLacpView => ({
  aggregatorId,
  number: actor?.portNumber ?? null,
  state: actor?.portState ?? null,
  partnerMac: partner?.systemMac ?? null,
  partnerNumber: partner?.portNumber ?? null,
  partnerState: partner?.portState ?? null,
});

function judged(
  bond: BondState,
  ports: readonly PortView[],
  lacp: LacpView | null,
  device: InterfaceState | undefined,
): Judged {
  const down = ports.filter((port) => !port.up).map((port) => port.name);
  if (device?.up === false) return { health: 'down', sentence: 'the bond is set down' };
  if (ports.length === 0) return { health: 'down', sentence: 'the bond has no ports' };
  if (down.length === ports.length || bond.miiStatus === 'down')
    return { health: 'down', sentence: 'no port of the bond is up' };
  if (down.length > 0) return { health: 'degraded', sentence: `down: ${down.join(', ')}` };
  if (lacp?.ok === false) return { health: 'degraded', sentence: lacp.sentence };
  return { health: 'ok', sentence: '' };
}

const noPartner = '00:00:00:00:00:00';

/** LACP holds when one aggregator with a real partner carries every port that is up. */
function lacpView({ lacp, ports }: BondState): LacpView {
  const aggregator = lacp?.aggregator ?? null;
  const up = ports.filter((port) => port.miiStatus === 'up').length;
  const partnerMac =
    aggregator === null || aggregator.partnerMac === noPartner ? null : aggregator.partnerMac;
  return {
    ...lacpVerdict(aggregator, partnerMac, up),
    partnerMac,
    systemMac: lacp?.systemMac ?? null,
    rate: lacp?.rate ?? null,
    aggregatorId: aggregator?.id ?? null,
  };
}

function lacpVerdict(
  aggregator: BondLacp['aggregator'],
  partnerMac: string | null,
  up: number,
): Pick<LacpView, 'ok' | 'sentence'> {
  if (aggregator === null) return { ok: false, sentence: 'the kernel names no active aggregator' };
  if (partnerMac === null) return { ok: false, sentence: 'no LACP partner answers' };
  if (aggregator.ports < up)
    return { ok: false, sentence: `the aggregator carries ${aggregator.ports} of ${up} ports` };
  return { ok: true, sentence: `partner ${partnerMac}, ${aggregator.ports} ports` };
}
