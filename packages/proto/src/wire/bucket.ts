/** A token bucket: true as often as `perSecond` allows, with `burst` in hand. */
export function createBucket(perSecond: number, burst: number, nowMs: () => number): () => boolean {
  let level = burst;
  let filledMs = nowMs();
  return () => {
    const now = nowMs();
    level = Math.min(burst, level + (Math.max(0, now - filledMs) / 1000) * perSecond);
    filledMs = now;
    if (level < 1) return false;
    level -= 1;
    return true;
  };
}
