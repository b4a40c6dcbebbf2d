import type { End, LinkName, TestId } from './names.ts';

/** How the links of a mesh are tested: rounds in which no host takes part twice. */
export interface MeshPlanView {
  readonly name: string;
  readonly rounds: readonly (readonly LinkName[])[];
  /** No plan can do with fewer rounds. */
  readonly bound: number;
  /** What the bound comes from, in words. */
  readonly boundBy: string;
  readonly expectedMs: number;
}

/** One link of a mesh and what its test said. */
export interface MeshPairView {
  readonly link: LinkName;
  readonly ends: readonly [End, End];
  /** Counted from 1. */
  readonly round: number;
  /** null: it could not be tested, and `sentence` says why. */
  readonly test: TestId | null;
  readonly receivedBps: number | null;
  readonly percentOfConfiguration: number | null;
  readonly percentOfHardware: number | null;
  readonly passed: boolean;
  readonly sentence: string;
}

/** A mesh that was tested: every link, in the order of the rounds. */
export interface MeshView extends MeshPlanView {
  readonly pairs: readonly MeshPairView[];
  readonly tookMs: number;
}
