import { BondctlError } from '@bondctl/proto/model/error';
import type { PortRate, ProgressLine, TestView } from '@bondctl/proto/model/view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWorld } from './world.ts';

/** What is asked of a test; null: what the link's own spec or the usual decides. */
export interface TestWish {
  readonly link: string;
  readonly streams: number | null;
  readonly seconds: number | null;
  readonly direction: 'forth' | 'back' | 'both' | null;
}

/** A test that somebody asked for, as it goes. Rates by host. */
export type Measuring =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly link: string;
      readonly sentence: string;
      readonly rates: ReadonlyMap<string, readonly PortRate[]>;
    }
  | { readonly kind: 'measured'; readonly test: TestView }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Runs tests one at a time; leaving the page breaks one off, and so does `stop`. */
export function useMeasuring(): {
  readonly now: Measuring;
  readonly start: (wish: TestWish) => void;
  readonly stop: () => void;
} {
  const { clients } = useWorld();
  const [now, setNow] = useState<Measuring>({ kind: 'idle' });
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  async function run(wish: TestWish) {
    const stop = new AbortController();
    stopping.current = stop;
    setNow({ kind: 'running', link: wish.link, sentence: 'Preparing both ends ...', rates: new Map() });
    try {
      for await (const line of clients.until(stop.signal).test({ ...unasked, ...wish })) {
        if (line.type === 'end') setNow({ kind: 'measured', test: line.result });
        else if (line.type === 'failed') setNow({ kind: 'failed', sentence: line.problem.detail });
        else setNow((before) => withLine(before, line));
      }
    } catch (thrown) {
      const sentence = stop.signal.aborted ? 'It was broken off.' : BondctlError.from(thrown).message;
      setNow({ kind: 'failed', sentence });
    }
  }
  return { now, start: (wish) => void run(wish), stop: () => stopping.current.abort() };
}

/** What the link's own spec or the usual decides. */
const unasked = { class: null, protocol: null, offeredBps: null, budgetSeconds: null };

function withLine(before: Measuring, line: ProgressLine): Measuring {
  if (before.kind !== 'running') return before;
  if (line.type === 'phase') return { ...before, sentence: `${line.host}: ${line.sentence}` };
  if (line.type !== 'rates') return before;
  return { ...before, sentence: 'Measuring ...', rates: new Map(before.rates).set(line.host, line.ports) };
}
