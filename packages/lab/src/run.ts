/** One lab run: a cluster comes up, one command runs in it, everything goes away again. */
import { Writable } from 'node:stream';
import { type BackendChoice, chooseBackend } from './backend.ts';
import { allowedCpus, type LabEnd, launch, type Streams } from './launch.ts';
import {
  keepResults,
  makeRunFolder,
  type RunFolder,
  removeRunFolder,
  sweepRunFolders,
} from './run-folder.ts';
import type { Runnable } from './start.ts';
import type { Topology } from './topology.ts';

/** What to run. Unset: this kernel if it can, 1 GB, two minutes, the caller's folder, any processor. */
export type LabRequest = {
  readonly topology: Topology;
  readonly command: readonly string[];
  readonly timeoutMs?: number;
  readonly backend?: BackendChoice;
  readonly memory?: string;
  readonly cwd?: string;
  /** Variables that the command finds besides those of the lab. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the files that the command wrote into $LAB_OUT are copied to at the end, with the guest's kernel log. */
  readonly outDir?: string;
  /** Files that the command finds in $LAB/job, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Called with the folder behind $LAB_OUT at the start; what it returns is called at the end, before the folder goes. */
  readonly follow?: (out: string) => () => void;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
  /** Which of our processors the guest is pinned to; guests that run side by side do best on different ones. */
  readonly slot?: number;
};

/** How a run ended and what it printed, byte for byte up to 64 MiB each. */
export type LabResult = LabEnd & { readonly stdout: Buffer; readonly stderr: Buffer };

const TIMEOUT_MS = 120_000;
const MEMORY = '1G';
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs a command in a lab and keeps its output. Never throws for anything that the command or the lab does. */
export async function runLab(request: LabRequest): Promise<LabResult> {
  const stdout = new Kept();
  const stderr = new Kept();
  const end = await runLabTo(request, { stdout, stderr });
  return { ...end, stdout: stdout.bytes(), stderr: stderr.bytes() };
}

/** Runs a command in a lab and lets its output flow on; `terminal` hands the caller's own terminal to the command. */
export async function runLabTo(request: LabRequest, streams: Streams): Promise<LabEnd> {
  sweepRunFolders();
  const backend = chooseBackend(request.backend ?? 'auto');
  if (backend.kind === 'refused') return { kind: 'refused', code: 77, why: backend.why };
  return await runOn(backend, request, streams);
}

/** Runs a request on a backend. `disk` makes an image in the run's folder: then the guest is one machine with this disk. */
export async function runOn(
  backend: Runnable,
  request: LabRequest,
  streams: Streams,
  disk?: (folder: RunFolder) => string,
): Promise<LabEnd> {
  const folder = makeRunFolder(backend.kind === 'uml' && backend.cage !== 'user');
  try {
    const cpus = allowedCpus();
    const cpu = cpus[(request.slot ?? process.pid) % cpus.length] ?? 0;
    const job = {
      ...request,
      cwd: request.cwd ?? process.cwd(),
      env: request.env ?? {},
      files: request.files ?? {},
    };
    const size = { memory: request.memory ?? MEMORY, cpu, disk: disk?.(folder) };
    const limits = { timeoutMs: request.timeoutMs ?? TIMEOUT_MS, ...pick(request.signal) };
    const unfollow = request.follow?.(folder.out);
    const end = await launch({ backend, folder, job, size, limits, streams });
    unfollow?.();
    if (request.outDir !== undefined) keepResults(folder, request.outDir);
    return end;
  } finally {
    removeRunFolder(folder);
  }
}

const pick = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

/** Keeps what is written to it, up to 64 MiB. */
export class Kept extends Writable {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (this.#size < MOST_OUTPUT) this.#chunks.push(chunk);
    this.#size += chunk.length;
    done();
  }

  /** Everything kept so far. */
  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}
