const units = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'];

/** A rate with three figures that count: `1.96 Gbit/s`, `944 Mbit/s`. */
export function rateText(rateBps: number): string {
  const at = rateBps < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(rateBps) / 3));
  return `${threeFigures(rateBps / 1_000 ** at)} ${units[at] ?? ''}`;
}

function threeFigures(exact: number): string {
  const value = Number(exact.toPrecision(3));
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value === 0 ? '0' : value.toFixed(2);
}

/** The speed of a port as people say it: `1 Gbit/s`, `2.5 Gbit/s`. */
export const speedText = (speedMbps: number | null): string =>
  speedMbps === null
    ? 'speed unknown'
    : speedMbps >= 1_000
      ? `${speedMbps / 1_000} Gbit/s`
      : `${speedMbps} Mbit/s`;

/** A percentage without more precision than it has. */
export const percentText = (percent: number | null): string =>
  percent === null ? 'not measured' : `${percent < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`;

/** A number of things: `1 link`, `12 links`, `1,204 links`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
