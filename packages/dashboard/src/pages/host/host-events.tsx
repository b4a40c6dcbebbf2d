import { useMemo } from 'preact/hooks';
import { eventLine } from '../../look/fact-words.ts';
import { Shown } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { TimeLine } from '../../parts/time-line.tsx';
import { useHappened } from '../../state/happened.ts';

/** What happened on a host. */
export function HostEvents({ host }: { readonly host: string }) {
  const ends = useMemo(() => [{ host, bond: null }], [host]);
  const events = useHappened({ link: null, ends });
  return (
    <Section title="What happened">
      <Shown of={events} what={`what happened on ${host}`}>
        {(all) => (
          <TimeLine
            lines={all.map(eventLine).toReversed()}
            nothing="Nothing happened on this host that the controller keeps."
          />
        )}
      </Shown>
    </Section>
  );
}
