import { useState } from 'preact/hooks';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { type Measuring, useMeasuring } from '../../state/measuring.ts';
import { useWhyNotChange } from '../../state/world.ts';

/** Measures the link while somebody looks, as its spec or the usual says. */
export function TestNow({ link }: { readonly link: string }) {
  const { now, start } = useMeasuring();
  const whyNot = useWhyNotChange();
  const [isAsking, setIsAsking] = useState(false);

  function begin() {
    setIsAsking(false);
    start({ link, streams: null, seconds: null, direction: null });
  }

  return (
    <div class="choices">
      <ActionButton onAct={() => setIsAsking(true)} whyNot={busyOr(now, whyNot)}>
        Test now
      </ActionButton>
      <p class="soft" role="status">
        {sentenceOf(now)}{' '}
        {now.kind === 'measured' && <a href={`/tests/${encodeURIComponent(now.test.id)}`}>See it</a>}
      </p>
      {isAsking && (
        <Dialog title={`Test ${link} now?`} onClose={() => setIsAsking(false)}>
          <p>It sends as much as the link carries for 10 s, and gives way where others need the link.</p>
          <div class="choices">
            <ActionButton tone="main" onAct={begin} whyNot={whyNot}>
              Test it
            </ActionButton>
            <ActionButton onAct={() => setIsAsking(false)} whyNot={null}>
              Leave it
            </ActionButton>
          </div>
        </Dialog>
      )}
    </div>
  );
}

const busyOr = (now: Measuring, whyNot: string | null): string | null =>
  now.kind === 'running' ? 'A test runs. Wait until it has ended.' : whyNot;

function sentenceOf(now: Measuring): string {
  switch (now.kind) {
    case 'idle':
      return '';
    case 'running':
    case 'failed':
      return now.sentence;
    case 'measured':
      return now.test.judgement.passed ? 'The test passed.' : 'The test did not pass.';
  }
}
