import type {
  PortForecast,
  PortShare,
  RunFigures,
  RunParameters,
  Spread,
} from '@bondctl/proto/model/linktest';
import { hashes } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { forecast, portLoads, type Sender, type Stream } from '../hash/forecast.ts';
import { steering } from '../hash/policies.ts';
import { planStreams } from '../hash/streams.ts';
import type { EndFacts } from './ends.ts';
import type { TestPlan } from './orders.ts';
import { senderOf } from './sender.ts';

/** How a run shall be spread, before it begins. */
export interface PlannedSpread {
  /** Of the first stream; null: nothing steers the streams, so the kernel may choose. */
  readonly sourcePort: number | null;
  readonly kind: Spread['kind'];
  readonly why: string | null;
  readonly planned: Spread['planned'];
}

/** Source ports by which the streams leave by every usable port equally often, where the sending bond lets itself be steered. */
export function planSpread(
  { from, to, path, sourcePorts }: TestPlan,
  run: RunParameters,
  serverPort: number,
): PlannedSpread {
  const sender = senderOf(from, to, path);
  const unplanned = { sourcePort: null, planned: [] } as const;
  if (!sender.ok) return { kind: 'unplanned', why: sender.error, ...unplanned };
  const wish = { mode: from.mode, streams: run.streams, sourcePorts, avoid: new Set<number>() };
  const plan = planStreams(sender.value, { ...wish, serverPorts: [serverPort] });
  switch (plan.kind) {
    case 'balanced':
    case 'uneven':
      return {
        sourcePort: plan.runs[0]?.firstPort ?? null,
        kind: plan.kind,
        why: plan.kind === 'uneven' ? plan.why : null,
        planned: plan.perPort,
      };
    case 'perPacket':
      return { kind: 'per-packet', why: plan.why, ...unplanned };
    case 'impossible':
      return {
        kind: 'unplanned',
        why: plan.why,
        sourcePort: null,
        planned: unsteered(from, sender.value, run),
      };
    default:
      return plan satisfies never;
  }
}

/** Where a policy that does not look at streams sends all of them; empty where no hash decides, or chance does. */
function unsteered(from: EndFacts, sender: Sender, { streams }: RunParameters): Spread['planned'] {
  if (!hashes(from.mode) || steering(sender.policy) !== 'nothing') return [];
  return portLoads(sender, Array<Stream>(streams).fill({ sourcePort: 0, serverPort: 0 }));
}

/** The plan beside what the ports of the sending end counted in the same run. */
export function checkSpread(
  { from, to, path }: TestPlan,
  { kind, why, planned, sourcePort }: PlannedSpread,
  figures: RunFigures | null,
  shares: readonly PortShare[],
): Spread {
  const sender = senderOf(from, to, path);
  const forecasts =
    planned.length > 0 && sender.ok && figures !== null ? forecastOf(sender.value, figures, shares) : [];
  const streams = figures?.streams ?? [];
  const agrees = forecasts.length === 0 ? null : forecasts.every((port) => isNear(port, streams.length));
  const seen = { forecast: forecasts, agrees };
  const isKept = streams.length === 0 || streams.some((stream) => stream.sourcePort === sourcePort);
  return sourcePort !== null && !isKept
    ? { kind: 'unplanned', why: notKept, planned: [], ...seen }
    : { kind, why, planned, ...seen };
}

const notKept =
  'the streams did not leave from the source ports that were chosen; iperf3 chooses none both ways before 3.12';

/** Headers and what was sent again are counted and not forecast; a whole stream elsewhere is more than either. */
const leastTolerance = 5;
const isNear = ({ forecastPercent, countedPercent }: PortForecast, streams: number): boolean =>
  Math.abs(forecastPercent - countedPercent) <= Math.max(leastTolerance, 50 / streams);

function forecastOf(
  sender: Sender,
  { streams }: RunFigures,
  shares: readonly PortShare[],
): readonly PortForecast[] {
  const foreseen = forecast(sender, streams);
  const sent = sum(streams.map(({ sentBytes }) => sentBytes));
  const counted = sum(shares.map(({ txBytes }) => txBytes));
  if (!foreseen.ok || sent === 0 || counted === 0) return [];
  const portOf = (nth: number): IfName | undefined => foreseen.value.streams[nth]?.port;
  return sender.usable.map((port) => {
    const bytes = sum(streams.map(({ sentBytes }, nth) => (portOf(nth) === port ? sentBytes : 0)));
    const carried = shares.find(({ name }) => name === port)?.txBytes ?? 0;
    return { port, forecastPercent: (100 * bytes) / sent, countedPercent: (100 * carried) / counted };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
