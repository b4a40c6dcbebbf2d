// Sweeps in the shapes that their page takes.
import type { SweepView } from '@bondctl/proto/model/sweep';
import { figureAt, likeThePost, sweepOf, triedAs } from '../fakes/fake-candidates.ts';

const hash = (name: string, mbps: number, width: number) =>
  triedAs('802.3ad', 9000, [figureAt(1, mbps), figureAt(4, 2 * mbps, { halfWidthPercent: width })], {
    name: `802.3ad, MTU 9000, ${name}, ad_actor_sys_prio 65535, min_links 2`,
  });

/** Name to sweep. */
export const sweeps: Readonly<Record<string, SweepView>> = {
  'a sweep like the post': sweepOf(likeThePost),
  'a sweep with refusals and vague figures': sweepOf([
    ...likeThePost,
    hash('layer2', 150, 140),
    hash('layer3+4', 195, 2),
    triedAs('802.3ad', 9000, [], { why: 'beta: eth3 takes at most MTU 1500' }),
    triedAs('balance-alb', 9000, [figureAt(1, null)]),
  ]),
  'a sweep that was broken off': sweepOf(likeThePost.slice(0, 1), {
    end: { ending: 'cancelled', why: 'it was broken off after 1 of 3 candidates', atUnixMs: 9_000 },
  }),
  'a sweep of nothing': sweepOf([triedAs('802.3ad', 9000, [], { why: 'beta: refused' })]),
  'a sweep of hostile words': sweepOf([
    triedAs('balance-rr', 9000, [figureAt(1, 390)], { name: `"><script>alert(1)</script>'&<b>` }),
  ]),
};
