import { failure, type Result, success } from './result.ts';

/** What a test wants to happen when a program reaches a label. */
export type FaultPlan =
  | { readonly do: 'stop' | 'fail'; readonly label: string }
  | { readonly do: 'trace'; readonly path: string };

/**
 * Reads BONDCTL_FAULT: `stop:LABEL` stops the program (SIGSTOP) when it reaches the label, `fail:LABEL` makes that act
 * fail, `trace:PATH` appends every label reached to a file; several are separated by commas. Labels match exactly.
 */
export function parseFaults(text: string | undefined): Result<readonly FaultPlan[], string> {
  const entries = (text ?? '').split(',').filter(Boolean);
  const plans = entries.map(parseEntry);
  const wrong = entries.find((_, at) => plans[at] === undefined);
  if (wrong === undefined) return success(plans.filter((plan) => plan !== undefined));
  return failure(
    `BONDCTL_FAULT has "${wrong}"; write stop:LABEL, fail:LABEL or trace:PATH, several separated by commas`,
  );
}

function parseEntry(entry: string): FaultPlan | undefined {
  const [, verb, rest] = /^(stop|fail|trace):(.+)$/.exec(entry) ?? [];
  if (rest === undefined) return undefined;
  if (verb === 'trace') return { do: 'trace', path: rest };
  return verb === 'stop' || verb === 'fail' ? { do: verb, label: rest } : undefined;
}
