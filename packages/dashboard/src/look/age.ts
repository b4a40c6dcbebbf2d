const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time in the largest unit that fits: `12 s`, `3 min`, `2 h`, `5 d`. Less than nothing is nothing. */
export function spanText(ms: number): string {
  if (ms < minute) return `${Math.max(0, Math.floor(ms / second))} s`;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < 2 * day) return `${Math.floor(ms / hour)} h`;
  return `${Math.floor(ms / day)} d`;
}

/** How old something is. */
export const ageText = (atUnixMs: number, nowUnixMs: number): string =>
  nowUnixMs - atUnixMs < second ? 'now' : `${spanText(nowUnixMs - atUnixMs)} ago`;

/** A deadline or duration that a person reads as a plan: `90 s`, `4 min 10 s`. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / second);
  if (seconds < 120) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}
