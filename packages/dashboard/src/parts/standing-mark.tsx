import type { Standing } from '../look/rollout-words.ts';
import { HealthMark } from './health-mark.tsx';

/** Shapes of what is neither good nor bad yet. */
const shapes = {
  busy: 'M4 2.5 13 8 4 13.5Z',
  held: 'M5 3v10 M11 3v10',
} as const;

/** The shape of a standing; whoever draws it says the words too. */
export const StandingMark = ({ tone }: { readonly tone: Standing['tone'] }) =>
  tone === 'busy' || tone === 'held' ? (
    <svg class={`mark mark-${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[tone]} />
    </svg>
  ) : (
    <HealthMark health={tone} />
  );

/** A standing as mark and words. */
export const StandingWords = ({ of: { tone, words } }: { readonly of: Standing }) => (
  <span class={`health health-${tone}`}>
    <StandingMark tone={tone} />
    {words}
  </span>
);

/** A standing that can be read from across a room. */
export const StandingVerdict = ({ of: { tone, words } }: { readonly of: Standing }) => (
  <p class={`verdict verdict-${tone}`}>
    <StandingMark tone={tone} />
    {words}
  </p>
);
