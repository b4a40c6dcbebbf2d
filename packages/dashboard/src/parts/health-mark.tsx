import type { Health } from '@bondctl/proto/model/view';
import { healthSigns } from '../look/health.ts';

/** The shape of each health: known by its outline alone, whatever colours somebody sees. */
const shapes: Readonly<Record<Health, string>> = {
  ok: 'M3 8.5 6.5 12 13 4.5',
  degraded: 'M8 2 15 14H1Z M8 6.5v3.5 M8 12v.5',
  down: 'M2 2h12v12H2Z M5.5 5.5l5 5 M10.5 5.5l-5 5',
  unknown: 'M8 1 15 8 8 15 1 8Z M6.5 6.6c0-2.2 3-2 3 0 0 1.1-1.5 1-1.5 2.4 M8 11v.4',
};

/** A health as a shape in its colour. Whoever draws it says the word too, beside it or for the whole. */
export const HealthMark = ({ health }: { readonly health: Health }) => (
  <svg class={`mark mark-${health}`} viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[health]} />
  </svg>
);

/** A health as mark and word. */
export const HealthWord = ({ health }: { readonly health: Health }) => (
  <span class={`health health-${health}`}>
    <HealthMark health={health} />
    {healthSigns[health].word}
  </span>
);

/** A health that can be read from across a room. */
export const HealthVerdict = ({ health }: { readonly health: Health }) => (
  <p class={`verdict verdict-${health}`}>
    <HealthMark health={health} />
    {healthSigns[health].word}
  </p>
);
