import { ageText } from '../look/age.ts';
import { useWorld } from '../state/world.ts';

/** How old something is; it goes on counting. The exact time is in the tool tip. */
export function Age({ atUnixMs }: { readonly atUnixMs: number }) {
  const { now } = useWorld();
  return (
    <time class="age" dateTime={new Date(atUnixMs).toISOString()} title={new Date(atUnixMs).toLocaleString()}>
      {ageText(atUnixMs, now.value)}
    </time>
  );
}
