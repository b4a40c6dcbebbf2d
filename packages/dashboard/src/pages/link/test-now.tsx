import { BondctlError } from '@bondctl/proto/model/error';
import type { TestView } from '@bondctl/proto/model/view';
import { useEffect, useState } from 'preact/hooks';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWhyNotChange, useWorld } from '../../state/world.ts';

/** One stream for as long as is usual, asked of the hosts' owners as a measurement. */
const usual = {
  streams: null,
  seconds: null,
  class: null,
  protocol: null,
  direction: null,
  offeredBps: null,
  budgetSeconds: null,
};

type Run =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly stop: AbortController; readonly sentence: string }
  | { readonly kind: 'over'; readonly sentence: string; readonly test: string | null };

/** Measures the link while somebody looks; leaving the page breaks the measurement off. */
export function TestNow({ link }: { readonly link: string }) {
  const { clients } = useWorld();
  const whyNot = useWhyNotChange();
  const [run, setRun] = useState<Run>({ kind: 'idle' });
  const stop = run.kind === 'running' ? run.stop : null;
  useEffect(() => () => stop?.abort(), [stop]);

  async function start() {
    const stopping = new AbortController();
    const say = (sentence: string) => setRun({ kind: 'running', stop: stopping, sentence });
    say('Preparing both ends ...');
    try {
      for await (const line of clients.until(stopping.signal).test({ link, ...usual })) {
        if (line.type === 'phase') say(`${line.host}: ${line.sentence}`);
        if (line.type === 'rates') say('Measuring ...');
        if (line.type === 'failed') setRun({ kind: 'over', sentence: line.problem.detail, test: null });
        if (line.type === 'end') setRun(ended(line.result));
      }
    } catch (thrown) {
      if (!stopping.signal.aborted)
        setRun({ kind: 'over', sentence: BondctlError.from(thrown).message, test: null });
    }
  }

  return (
    <div class="choices">
      <ActionButton onAct={() => setRun({ kind: 'asking' })} whyNot={busyOr(run, whyNot)}>
        Test now
      </ActionButton>
      <p class="soft" role="status">
        {run.kind === 'running' || run.kind === 'over' ? run.sentence : ''}{' '}
        {run.kind === 'over' && run.test !== null && (
          <a href={`/tests/${encodeURIComponent(run.test)}`}>See it</a>
        )}
      </p>
      {run.kind === 'asking' && (
        <Dialog title={`Test ${link} now?`} onClose={() => setRun({ kind: 'idle' })}>
          <p>It sends as much as the link carries for 10 s, and gives way where others need the link.</p>
          <div class="choices">
            <ActionButton tone="main" onAct={() => void start()} whyNot={whyNot}>
              Test it
            </ActionButton>
            <ActionButton onAct={() => setRun({ kind: 'idle' })} whyNot={null}>
              Leave it
            </ActionButton>
          </div>
        </Dialog>
      )}
    </div>
  );
}

const busyOr = (run: Run, whyNot: string | null): string | null =>
  run.kind === 'running' ? 'A test runs. Wait until it has ended.' : whyNot;

const ended = ({ id, judgement }: TestView): Run => ({
  kind: 'over',
  sentence: judgement.passed ? 'The test passed.' : 'The test did not pass.',
  test: id,
});
