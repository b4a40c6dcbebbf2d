import type { Client } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useWorld } from './world.ts';

/** Something that was asked for: the last good answer stays, with when it came, also where a later question failed. */
export interface Loaded<T> {
  readonly value: T | null;
  /** When `value` came, by this browser's clock. */
  readonly atUnixMs: number | null;
  /** Why the last question has no answer; null: it has. */
  readonly error: BondctlError | null;
}

/** The same with a way to ask again. */
export type Resource<T> = Loaded<T> & { readonly refresh: () => void };

const nothing = { value: null, atUnixMs: null, error: null };

/**
 * Asks when the component appears, whenever `again` changes, and every `everyMs`. Another `key` is another thing: nothing of
 * the old one stays.
 */
export function useResource<T>(
  key: string,
  load: (client: Client) => Promise<T>,
  { everyMs, again }: { readonly everyMs: number; readonly again?: unknown },
): Resource<T> {
  const { clients } = useWorld();
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly of: Loaded<T> }>({
    key,
    of: nothing,
  });
  const latest = useRef({ load, asked: 0 });
  latest.current.load = load;

  const refresh = useCallback(() => {
    latest.current.asked += 1;
    const mine = latest.current.asked;
    const set = (next: (before: Loaded<T>) => Loaded<T>) => {
      if (mine !== latest.current.asked) return;
      setLoaded((before) => ({ key, of: next(before.key === key ? before.of : nothing) }));
    };
    latest.current.load(clients.calls).then(
      (value) => set(() => ({ value, atUnixMs: Date.now(), error: null })),
      (thrown: unknown) => set((before) => ({ ...before, error: BondctlError.from(thrown) })),
    );
  }, [clients, key]);

  useEffect(refresh, [refresh, again]);
  useEffect(() => {
    const timer = setInterval(refresh, everyMs);
    return () => {
      clearInterval(timer);
      // Whatever is still under way answers nobody.
      latest.current.asked += 1;
    };
  }, [refresh, everyMs]);

  return { ...(loaded.key === key ? loaded.of : nothing), refresh };
}
