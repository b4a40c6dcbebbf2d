import { expect, test } from 'vitest';
import { figureAt, likeThePost, sweepOf, triedAs } from '../../../../test/fakes/fake-candidates.ts';
import { rankingSvg } from './ranking-plot.ts';
import { sweepPage } from './sweep-page.ts';

test('the ranking is a bar for each candidate and number of streams, with its interval', () => {
  const svg = rankingSvg(sweepOf([...likeThePost, triedAs('802.3ad', 9000, [])]));
  expect(svg.match(/<rect class="p0" x="262"/g)).toHaveLength(3);
  expect(svg.match(/<line class="axis"/g)).toHaveLength(1 + 3 * 3);
  expect(svg).toContain('390 Mbit/s ±1.0 %');
  expect(svg).toContain('not measured');
});

test('the longest bar fills the plot, and half as much is half as long', () => {
  const svg = rankingSvg(
    sweepOf([
      triedAs('balance-rr', 9000, [figureAt(1, 400, { halfWidthPercent: 0 })]),
      triedAs('802.3ad', 9000, [figureAt(1, 200, { halfWidthPercent: 0 })]),
    ]),
  );
  const widths = [...svg.matchAll(/<rect class="p0" x="262" y="\d+" width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths[0]).toBeCloseTo(2 * (widths[1] ?? 0), 0);
});

test('the page says what to keep, shows the picture and all figures, and stands beside the post', () => {
  const page = sweepPage(sweepOf(likeThePost));
  expect(page).toContain('<span class="good">balance-rr, MTU 9000</span>');
  expect(page).toContain('Keep balance-rr, MTU 9000');
  expect(page).toContain('aria-label="drbd: what each candidate received"');
  expect(page).toContain('As in the post');
});

test('a name from outside is text, wherever it stands', () => {
  const page = sweepPage(sweepOf([triedAs('balance-rr', 9000, [figureAt(1, 390)], { name: '<b>fast' })]));
  expect(page).not.toContain('<b>fast');
  expect(page).toContain('&lt;b&gt;fast');
});
