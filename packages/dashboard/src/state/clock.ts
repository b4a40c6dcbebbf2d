import { type ReadonlySignal, signal } from '@preact/signals';

const tickMs = 1_000;

/** The browser's clock as a value that changes once a second, Unix ms. It runs until the signal ends it. */
export function createClock(stop: AbortSignal): ReadonlySignal<number> {
  const now = signal(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, tickMs);
  stop.addEventListener('abort', () => clearInterval(timer), { once: true });
  return now;
}
