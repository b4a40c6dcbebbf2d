import { ageText } from '../look/age.ts';
import { useWorld } from '../state/world.ts';

/**
 * How old something is; it goes on counting. The exact time is in the tool tip. Times are of the controller's clock, unless
 * `isOurs`: then of this browser's.
 */
export function Age({ atUnixMs, isOurs = false }: { readonly atUnixMs: number; readonly isOurs?: boolean }) {
  const { now, live } = useWorld();
  const nowUnixMs = now.value + (isOurs ? 0 : live.aheadMs.value);
  return (
    <time class="age" dateTime={new Date(atUnixMs).toISOString()} title={new Date(atUnixMs).toLocaleString()}>
      {ageText(atUnixMs, nowUnixMs)}
    </time>
  );
}
