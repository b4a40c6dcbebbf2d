import { useEffect, useMemo, useState } from 'preact/hooks';
import { linesOf, livesUntilMs, type PortLine, type Span, spans, withRates } from '../look/rate-series.ts';
import { type Loaded, useResource } from './resource.ts';
import { useWorld } from './world.ts';

/** Lines as they are known, and how the last question for the past went. */
export interface Rates {
  readonly lines: readonly PortLine[];
  readonly past: Loaded<unknown>;
  /** How far apart points are where none is missing, in ms. */
  readonly everyMs: number;
}

const againMs = 60_000;

/** The rates of a host's ports, the past first and then as they come; `bond` null: of all its bonds. */
export function useRates(host: string, bond: string | null, span: Span): Rates {
  const { live } = useWorld();
  const { ms } = spans[span];
  const past = useResource(
    `${host}/${bond ?? ''} ${span}`,
    (client) =>
      client.series({
        host,
        ...(bond === null ? {} : { bond }),
        from: controllerNow(live.aheadMs.value) - ms,
        until: controllerNow(live.aheadMs.value),
      }),
    { everyMs: againMs },
  );
  const known = useMemo(() => (past.value === null ? [] : linesOf(past.value)), [past.value]);
  const [lines, setLines] = useState(known);
  useEffect(() => setLines(known), [known]);
  useEffect(() => (ms > livesUntilMs ? undefined : live.wantRates([host])), [live, host, ms]);
  useEffect(
    () =>
      live.rates.subscribe((rates) => {
        if (rates === null || rates.host !== host || ms > livesUntilMs) return;
        const ports = rates.ports.filter((one) => bond === null || one.bond === bond);
        setLines((before) => withRates(before, { ...rates, ports }, rates.atUnixMs - ms));
      }),
    [live, host, bond, ms],
  );
  return { lines, past, everyMs: past.value?.everyMs ?? 1_000 };
}

const controllerNow = (aheadMs: number): number => Date.now() + aheadMs;
