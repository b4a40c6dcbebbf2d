import type { BondState } from '@bondctl/proto/model/bond';
import type { Live } from '@bondctl/proto/model/command';
import type { Clock, Files } from '../kernel/ports.ts';
import { portCounters } from './port-counters.ts';

/** What the sampler works with. */
export interface SamplerParts {
  readonly files: Pick<Files, 'read'>;
  readonly clock: Clock;
  readonly everyMs: number;
  /** Ports in one sample; the rest is left out. */
  readonly limit: number;
  /** The bonds as they were seen last. */
  readonly bonds: () => readonly Pick<BondState, 'name' | 'ports'>[];
  /** Whether anybody takes samples now: else nothing is read. */
  readonly wanted: () => boolean;
  readonly onCounters: (counters: Extract<Live, { kind: 'counters' }>) => void;
  /** Told once, until a sample succeeds again. */
  readonly onFailure: (why: unknown) => void;
}

/** Reads the counters of all ports, one file, every `everyMs` until the returned function is called; never twice at once. */
export function startPortSampler(parts: SamplerParts): () => void {
  const { clock, everyMs } = parts;
  let ended = false;
  let isFailing = false;
  let bootedMs: number | undefined;
  let dueMs = clock.monotonicMs();
  const failed = (why: unknown): void => {
    if (!isFailing) parts.onFailure(why);
    isFailing = true;
  };
  const sample = async (): Promise<void> => {
    const bonds = parts.bonds();
    if (!parts.wanted() || bonds.every(({ ports }) => ports.length === 0)) return;
    bootedMs ??= await sinceBoot(parts);
    const text = (await parts.files.read('observe/counters', '/proc/net/dev')) ?? '';
    const atMs = bootedMs + clock.monotonicMs();
    const { value, problems } = portCounters(bonds, text, parts.limit);
    if (problems.length > 0) return failed(problems[0]);
    isFailing = false;
    if (!ended) parts.onCounters({ kind: 'counters', atMs, ports: value });
  };
  const next = (): void => {
    if (ended) return;
    // Counted from the beginning, so that what a sample takes does not make the next one late.
    dueMs = Math.max(dueMs + everyMs, clock.monotonicMs());
    cancel = clock.after(dueMs - clock.monotonicMs(), () => void sample().catch(failed).then(next));
  };
  let cancel = (): void => undefined;
  next();
  return () => {
    ended = true;
    cancel();
  };
}

/** What to add to our clock, which began with this process: then two agents of one boot count alike. */
async function sinceBoot({ files, clock }: Pick<SamplerParts, 'files' | 'clock'>): Promise<number> {
  const text = await files.read('observe/uptime', '/proc/uptime');
  const seconds = Number.parseFloat(text ?? '');
  return Number.isFinite(seconds) ? seconds * 1000 - clock.monotonicMs() : 0;
}
