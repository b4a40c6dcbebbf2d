import type { Clock, Processes } from '../kernel/ports.ts';

/** What the monitor works with. */
export interface LinkMonitorParts {
  readonly processes: Processes;
  readonly clock: Clock;
  /** Called with every line about a link, and with null when the monitor was started anew: something may be lost. */
  readonly onWake: (line: string | null) => void;
}

/** All that is kept of its output; it is started anew when that is reached, so that its memory stays bounded. */
const maxBytes = 1024 * 1024;
const firstDelayMs = 100;
const longestDelayMs = 30_000;
/** A monitor that lived this long was well. */
const healthyMs = 10_000;

/**
 * Runs `ip monitor link` for as long as it is wanted. It is a trigger: its text differs between versions of iproute2, so
 * nothing is concluded from it but why something happened. When it ends it is started anew, later each time. Returns the
 * function that ends it.
 */
export function watchLinks({ processes, clock, onWake }: LinkMonitorParts): () => void {
  let stopped = false;
  let delayMs = firstDelayMs;
  let end = (): void => undefined;

  const run = (): void => {
    const startedMs = clock.monotonicMs();
    const monitor = processes.start('observe/monitor', ['ip', '-o', 'monitor', 'link'], { maxBytes });
    monitor.onLine(onWake);
    end = () => monitor.signal('SIGTERM');
    void monitor.ended.then(({ ending }) => {
      if (stopped) return;
      // A signal is its bound on output, reached by work.
      const well = ending.kind === 'signal' || clock.monotonicMs() - startedMs >= healthyMs;
      delayMs = well ? firstDelayMs : Math.min(delayMs * 2, longestDelayMs);
      end = clock.after(delayMs, () => {
        run();
        onWake(null);
      });
    });
  };

  run();
  return () => {
    stopped = true;
    end();
  };
}
