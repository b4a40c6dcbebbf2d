import type { BondState } from '@bondctl/proto/model/bond';
import type { DeviceOffloads, HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import type { PlanStep } from '@bondctl/proto/model/step';

/**
 * Every call that touches the machine carries a label: the journal, the log and the fault hook know the act by it, so
 * that a test can stop the process at exactly that act, or make exactly that act fail.
 */
export type Label = string;

/** The fault hook. `reached` returns when nothing is planned for the label, throws when it shall fail. */
export interface Faults {
  reached(label: Label): void;
}

/** Files of our own state folder and read-only texts of the kernel. All paths are absolute. */
export interface Files {
  /** Whole text; undefined when there is no such file. */
  read(label: Label, path: string): Promise<string | undefined>;
  /** Temp file, fsync, rename, fsync of the folder: the old text or the new, never half. */
  writeAtomic(label: Label, path: string, text: string, mode?: number): Promise<void>;
  /** Appends and fsyncs; resolves when the text is on disk. */
  append(label: Label, path: string, text: string): Promise<void>;
  /** Names in a folder, sorted; empty when there is no such folder. */
  list(label: Label, folder: string): Promise<readonly string[]>;
  remove(label: Label, path: string): Promise<void>;
  /** Where the symbolic links of a folder point, e.g. /proc/PID/fd; empty when there is no such folder. */
  linkTargets(label: Label, folder: string): Promise<readonly string[]>;
}

/** How a short-lived program ended. */
export interface CommandResult {
  readonly ending:
    | { readonly kind: 'code'; readonly code: number }
    | { readonly kind: 'signal'; readonly signal: string }
    | { readonly kind: 'timeout' }
    | { readonly kind: 'notFound' };
  readonly stdout: string;
  readonly stderr: string;
}

/** Short-lived programs: argument arrays, LC_ALL=C, a timeout and an output bound on every call. */
export interface Commands {
  run(
    label: Label,
    argv: readonly [string, ...string[]],
    options: { readonly timeoutMs: number; readonly input?: string },
  ): Promise<CommandResult>;
}

/** A program that runs until it ends or is ended; always in a process group of its own. */
export interface RunningProcess {
  readonly pid: number;
  /** Resolves once, when the process is gone and its output is complete. */
  readonly ended: Promise<CommandResult>;
  /** Each complete line of stdout while it runs; at most one listener. */
  onLine(listener: (line: string) => void): void;
  /** Signals the whole group. */
  signal(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** Long-lived programs (iperf3, `ip monitor`). Output beyond `maxBytes` ends the process. */
export interface Processes {
  start(
    label: Label,
    argv: readonly [string, ...string[]],
    options: { readonly maxBytes: number },
  ): RunningProcess;
  /** Signals a process group that an earlier agent left behind; false when it is gone. */
  signalGroup(label: Label, pid: number, signal: 'SIGTERM' | 'SIGKILL'): boolean;
}

/** Programs that outlive us: in a session of their own, holding nothing of ours but a stderr that is a log. */
export interface Detached {
  /**
   * Starts one and resolves with its pid when it has written `readyLine` to stdout. Throws BondctlError when it has
   * not by then, and ends it.
   */
  start(
    label: Label,
    argv: readonly [string, ...string[]],
    options: { readonly readyLine: string; readonly timeoutMs: number },
  ): Promise<number>;
}

/** Timers of the service manager: each starts a program once, whoever else is alive by then. */
export interface Timers {
  /** False where there is no service manager to ask. */
  present(label: Label): Promise<boolean>;
  /** Throws BondctlError when it is not taken; then there is none. */
  start(
    label: Label,
    name: string,
    argv: readonly [string, ...string[]],
    options: { readonly inMs: number },
  ): Promise<void>;
  /** No error where there is none. A program that it has started already goes on. */
  stop(label: Label, name: string): Promise<void>;
}

/** Monotonic time for deadlines, wall time for records only. */
export interface Clock {
  monotonicMs(): number;
  unixMs(): number;
  /** Calls back once after `delayMs`; returns the cancel function. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Reads the host's network. */
export interface HostReader {
  /** Everything a plan needs, read in one go. Throws BondctlError when `ip` or sysfs cannot be read. */
  state(label: Label): Promise<HostState>;
  /** The offloads of some devices, by a child process for each; one that does not tell is left out. */
  offloads(label: Label, devices: readonly IfName[]): Promise<readonly DeviceOffloads[]>;
  /** Every bond's /proc text, parsed. */
  bonds(label: Label): Promise<readonly Parsed<BondState>[]>;
}

/** Changes the host's network, one step at a time. Throws BondctlError with the kernel's words. */
export interface HostWriter {
  perform(label: Label, step: PlanStep): Promise<void>;
}
