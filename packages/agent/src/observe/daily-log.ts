import type { HostReport } from '@bondctl/proto/model/host';
import type { Clock, Commands, Files } from '../kernel/ports.ts';
import { isJsonObject, numberAt } from '../parse/json.ts';
import { dailyLines, isDue, type Told } from './daily.ts';

/** What writing a line a day needs. */
export interface DailyParts {
  readonly files: Files;
  readonly commands: Commands;
  readonly clock: Clock;
  /** What was told last, kept over a restart. */
  readonly dailyFile: string;
  readonly latest: () => HostReport | undefined;
  /** Where a line goes on a host without syslog. */
  readonly onLine: (line: string) => void;
  readonly onFailure: (thrown: unknown) => void;
}

/** A new day is noticed at most this late. */
const lookEveryMs = 600_000;
const logTimeoutMs = 5_000;

/** Writes a line for each bond into the system's log, once a day and once at the first start; returns what ends it. */
export function startDailyLog(parts: DailyParts): () => void {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = parts.clock.after(lookEveryMs, () => {
      tellIfDue(parts).catch(parts.onFailure);
      next();
    });
  };
  tellIfDue(parts).catch(parts.onFailure);
  next();
  return () => cancel();
}

async function tellIfDue(parts: DailyParts): Promise<void> {
  const { files, clock, dailyFile } = parts;
  const report = parts.latest();
  const before = toldIn(await files.read('daily/read', dailyFile));
  if (report === undefined || !isDue(before, clock.unixMs())) return;
  const { lines, told } = dailyLines(report, before, clock.unixMs());
  // Remembered first: a line that is missing is better than one an hour.
  await files.writeAtomic('daily/write', dailyFile, `${JSON.stringify(told)}\n`);
  for (const line of lines) await tell(parts, line);
}

/** By logger(1), so that syslog and journald have it as text under a name of its own. */
async function tell({ commands, onLine }: DailyParts, line: string): Promise<void> {
  const argv = ['logger', '-t', 'bondctl-agent', '-p', 'daemon.info', '--', line] as const;
  const { ending } = await commands.run('daily/log', [...argv], { timeoutMs: logTimeoutMs });
  if (ending.kind !== 'code' || ending.code !== 0) onLine(line);
}

/** What was told last; a file that cannot be read is like none: the line of today says that the change is unknown. */
function toldIn(text: string | undefined): Told | undefined {
  try {
    const told: unknown = JSON.parse(text ?? 'null');
    if (!isJsonObject(told)) return undefined;
    const day = numberAt(told, 'day');
    const failures: unknown = told['failures'];
    return day === undefined || !isJsonObject(failures)
      ? undefined
      : { day, failures: failures as Told['failures'] };
  } catch {
    return undefined;
  }
}
