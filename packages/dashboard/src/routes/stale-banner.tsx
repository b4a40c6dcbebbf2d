import { connectionSentence } from '../look/connection.ts';
import { useWorld } from '../state/world.ts';

/** Says over every page that what is shown is old, and how old. */
export function StaleBanner() {
  const { live, now } = useWorld();
  const sentence = connectionSentence(live.connection.value, now.value);
  // Not announced anew every second: the corner of the header is what is read out.
  return sentence === null ? null : <p class="banner">{sentence}</p>;
}
