import type { LinkView } from '@bondctl/proto/model/view';
import { eventLine } from '../../look/fact-words.ts';
import { Shown } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { TimeLine } from '../../parts/time-line.tsx';
import { useHappened } from '../../state/happened.ts';

/** What happened to a link and to its ends. */
export function LinkEvents({ link }: { readonly link: LinkView }) {
  const events = useHappened({
    link: link.name,
    ends: link.ends.map(({ host, name }) => ({ host, bond: name })),
  });
  return (
    <Section title="What happened">
      <Shown of={events} what={`what happened to ${link.name}`}>
        {(all) => (
          <TimeLine
            lines={all.map(eventLine).toReversed()}
            nothing="Nothing happened to this link that the controller keeps."
          />
        )}
      </Shown>
    </Section>
  );
}
