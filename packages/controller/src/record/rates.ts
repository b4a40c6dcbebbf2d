import type { PortSample } from '@bondctl/proto/model/linktest';
import type { PortRate } from '@bondctl/proto/model/view';

/**
 * Rates between two samples of the same ports; a port that was not in `before`, or whose counters ran backwards or
 * stood in time, has none.
 */
export function ratesBetween(
  before: readonly PortSample[],
  after: readonly PortSample[],
): readonly PortRate[] {
  return after.flatMap((now) => {
    const then = before.find((sample) => sample.port === now.port);
    const seconds = then === undefined ? 0 : (now.atMs - then.atMs) / 1000;
    if (then === undefined || seconds <= 0) return [];
    const [tx, rx] = [now.txBytes - then.txBytes, now.rxBytes - then.rxBytes];
    if (tx < 0 || rx < 0) return [];
    return [{ port: now.port, txBps: (tx * 8) / seconds, rxBps: (rx * 8) / seconds }];
  });
}
