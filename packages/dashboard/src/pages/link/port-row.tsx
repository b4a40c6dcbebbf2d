import type { BondView, PortView } from '@bondctl/proto/model/view';
import { counted, rateText, speedText } from '../../look/figures.ts';
import { HealthMark } from '../../parts/health-mark.tsx';
import { type LastRate, useLastRate } from '../../state/last-rates.ts';

/** How busy a port is, by whichever way is the busier. */
const loadPercent = ({ txBps, rxBps }: LastRate, speedMbps: number): number =>
  Math.min(100, Math.max(txBps, rxBps) / (speedMbps * 1e4));

/** One port: whether it is up, how fast it could go, and how fast it goes. */
export function PortRow({
  port,
  host,
  bond,
  isCurrent,
}: {
  readonly port: PortView;
  readonly host: string;
  readonly bond: BondView;
  /** Whether its host is connected: else it is as it was said to be last. */
  readonly isCurrent: boolean;
}) {
  const rate = useLastRate(host, bond.name, port.name);
  return (
    <li class={`port port-${isCurrent ? (port.up ? 'up' : 'down') : 'unknown'}`}>
      <p class="port-name">
        <HealthMark health={isCurrent ? (port.up ? 'ok' : 'down') : 'unknown'} />
        <strong>{port.name}</strong> {isCurrent ? (port.up ? '' : port.miiStatus) : `was ${port.miiStatus}`}
        {bond.activePort === port.name && <span class="tag">active</span>}
      </p>
      <p class="soft">
        {port.up ? speedText(port.speedMbps) : counted(port.linkFailureCount, 'failure')}
        {port.duplex === 'half' && ', half duplex'}
      </p>
      <p class="port-rate">
        {rate === null ? (
          <span class="soft">no rate</span>
        ) : (
          <>
            <span>
              <span aria-hidden="true">↑</span> <span class="unseen">sends</span> {rateText(rate.txBps)}
            </span>{' '}
            <span>
              <span aria-hidden="true">↓</span> <span class="unseen">receives</span> {rateText(rate.rxBps)}
            </span>
          </>
        )}
      </p>
      {rate !== null && port.speedMbps !== null && (
        <div class="load" aria-hidden="true">
          <i style={{ width: `${loadPercent(rate, port.speedMbps)}%` }} />
        </div>
      )}
    </li>
  );
}
