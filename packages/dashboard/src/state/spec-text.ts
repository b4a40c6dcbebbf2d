import type { Client } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import { useEffect, useState } from 'preact/hooks';
import type { SpecSource } from '../look/spec-text.ts';
import { type Drafts, useWorld } from './world.ts';

/** A spec that somebody works on. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
  /** Whether what it begins with came, or was written by hand. */
  readonly isLoaded: boolean;
  /** Why it begins with nothing; null: it does not. */
  readonly why: string | null;
  write(text: string, file?: string): void;
  /** Forgets what was written here: it was applied. */
  forget(): void;
}

interface Written {
  readonly file: string;
  readonly text: string;
}

const usualFile = 'cluster.yaml';

const loads: {
  [K in SpecSource['kind']]: (c: Client, s: Extract<SpecSource, { kind: K }>) => Promise<Written>;
} = {
  accepted: async (client) => ({ file: usualFile, text: (await client.acceptedRevision()).text }),
  undo: (client, { rollout }) => client.undo(rollout),
  sweep: (client, { sweep, candidate }) => client.sweptSpec(sweep, candidate),
};

const load = <K extends SpecSource['kind']>(client: Client, source: Extract<SpecSource, { kind: K }>) =>
  loads[source.kind as K](client, source);

const draftKey = (source: SpecSource): string => `bondctl-draft ${JSON.stringify(source)}`;

function draftOf(drafts: Drafts, source: SpecSource): Written | null {
  const kept = drafts.getItem(draftKey(source));
  return kept === null ? null : (JSON.parse(kept) as Written);
}

/** A spec to work on; what is written survives leaving the page until the tab is closed. */
export function useSpecText(source: SpecSource): SpecText {
  const { clients, drafts } = useWorld();
  const [written, setWritten] = useState<Written | null>(() => draftOf(drafts, source));
  const [why, setWhy] = useState<string | null>(null);
  const key = draftKey(source);
  useEffect(() => {
    if (written !== null) return;
    load(clients.calls, source).then(
      (loaded) => setWritten((before) => before ?? loaded),
      (thrown: unknown) => setWhy(BondctlError.from(thrown).message),
    );
  }, [clients, key]);
  return {
    file: written?.file ?? usualFile,
    text: written?.text ?? '',
    isLoaded: written !== null,
    why: written === null ? why : null,
    write(text, file = written?.file ?? usualFile) {
      setWritten({ file, text });
      drafts.setItem(key, JSON.stringify({ file, text }));
    },
    forget: () => drafts.removeItem(key),
  };
}
