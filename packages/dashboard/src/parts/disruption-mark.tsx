import { type Disruption, disruptions } from '@bondctl/proto/model/step';
import { disruptionLevel, disruptionMeanings } from '../look/plan-words.ts';

/** How much something disturbs: three bars of which as many are filled as it is bad, and the word. */
export const DisruptionMark = ({ of }: { readonly of: Disruption }) => (
  <span class={`disruption disruption-${disruptionLevel(of)}`} title={disruptionMeanings[of]}>
    <span class="disruption-bars" aria-hidden="true">
      {disruptions.slice(1).map((one) => (
        <i key={one} class={disruptionLevel(one) <= disruptionLevel(of) ? 'is-filled' : undefined} />
      ))}
    </span>
    {of === 'none' ? 'no disruption' : of}
  </span>
);
