/** `382 Mbit/s`, `1.96 Gbit/s`: three digits, the unit people use for links. */
export function formatRate(rateBps: number): string {
  if (rateBps >= 1e9) return `${(rateBps / 1e9).toFixed(2)} Gbit/s`;
  const mbps = rateBps / 1e6;
  return `${mbps >= 100 ? mbps.toFixed(0) : mbps.toFixed(1)} Mbit/s`;
}

/** `99.8 %` */
export const formatPercent = (percent: number): string => `${percent.toFixed(1)} %`;
