import { type Fault, faultSentence, type Happening, type When } from './faults.ts';
import { strike, type Targets } from './strikes.ts';

/** Counts what may set a fault off, and lets it happen when its time has come. */
export interface Triggers {
  /** `whose` is a host or the controller. */
  act(whose: string): void;
  watchdogAct(host: string): void;
  arrival(host: string, order: string): void;
  beginning(host: string, order: string): void;
  /** What has not struck by now strikes no more. */
  disarm(): void;
}

/** The name under which the controller's acts are counted. */
export const controllerName = 'controller';

const keyOf = (when: Exclude<When, { kind: 'time' }>, whose: string): string =>
  'order' in when ? `${when.kind} ${when.order} ${whose}` : `${when.kind} ${whose}`;

/** Sets the faults of a world. */
export function setTriggers(
  targets: Targets,
  faults: readonly Fault[],
  told: { readonly happened: (what: Happening) => void; readonly say: (line: string) => void },
): Triggers {
  /** By what sets them off: which time it is, and whom each time brings. */
  const counted = new Map<string, { nth: number; readonly waiting: Map<number, Fault[]> }>();
  let isArmed = true;
  const happen = (fault: Fault) => {
    if (!isArmed || !strike(targets, fault)) return;
    told.happened(fault.name);
    told.say(`*** ${faultSentence(fault)}`);
  };
  for (const fault of faults) {
    const { when } = fault;
    if (when.kind === 'time') {
      targets.time.after(when.atMs, () => happen(fault));
      continue;
    }
    const key = keyOf(when, fault.host ?? controllerName);
    const { waiting } = counted.get(key) ?? { waiting: new Map<number, Fault[]>() };
    waiting.set(when.nth, [...(waiting.get(when.nth) ?? []), fault]);
    counted.set(key, { nth: 0, waiting });
  }
  const count = (key: string) => {
    const found = counted.get(key);
    if (found === undefined) return;
    found.nth += 1;
    for (const fault of found.waiting.get(found.nth) ?? []) happen(fault);
  };
  return {
    act: (whose) => count(`act ${whose}`),
    watchdogAct: (host) => count(`watchdogAct ${host}`),
    arrival: (host, order) => count(`arrival ${order} ${host}`),
    beginning: (host, order) => count(`beginning ${order} ${host}`),
    disarm: () => {
      isArmed = false;
    },
  };
}
