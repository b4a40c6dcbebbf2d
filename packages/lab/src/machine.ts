/**
 * One guest as one host: systemd is its first program, and what it writes lies on a disk image, so that it can reboot and
 * find everything again. For what namespaces cannot show: units, their order at boot, and reboots.
 */
import { chownSync, closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { chooseBackend, lacking } from './backend.ts';
import { failureOf } from './program.ts';
import { Kept, type LabRequest, type LabResult, runOn } from './run.ts';
import { NOBODY, type RunFolder, sweepRunFolders } from './run-folder.ts';

/**
 * What to run in a machine: the `command` of a lab run, but at each boot anew, with LAB_BOOT 1, 2, ... When it ends, the
 * machine goes off and the command's code comes back; one that calls `systemctl reboot` waits for its own end.
 */
export type MachineRequest = Omit<LabRequest, 'topology' | 'backend'> & {
  /** NICs eth1, eth2, ..., with a carrier and the same MAC addresses at every boot. */
  readonly nics: number;
  /** Folders that lie over the machine's root as if they were installed; see `packageLayer`. */
  readonly layers?: readonly string[];
  /** Lines of shell that root carries out in the machine before its first boot; the first that fails breaks the run. */
  readonly setup: readonly string[];
};

const DISK_BYTES = 512 * 1024 * 1024;
const TIMEOUT_MS = 180_000;

/** Runs a machine to its end and keeps the output of its command. Never throws for anything that happens in it. */
export async function runMachine(request: MachineRequest): Promise<LabResult> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const ended = (end: Awaited<ReturnType<typeof runOn>>) => ({
    ...end,
    stdout: stdout.bytes(),
    stderr: stderr.bytes(),
  });
  sweepRunFolders();
  const backend = chooseBackend('uml');
  const why = backend.kind === 'refused' ? backend.why : lacking('machine');
  if (backend.kind !== 'uml' || why !== undefined)
    return ended({ kind: 'refused', code: 77, why: why ?? '' });
  const owner = backend.cage === 'user' ? undefined : NOBODY;
  const lab = { timeoutMs: TIMEOUT_MS, ...request, topology: NO_CLUSTER, files: filesOf(request) };
  return ended(await runOn(backend, lab, { stdout, stderr }, (folder) => makeDisk(folder, owner)));
}

/** The machine is alone in its kernel. */
const NO_CLUSTER = { hosts: [], cables: [], switches: [] };

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

function filesOf({ files, layers, nics, setup }: MachineRequest): Record<string, string> {
  const plugs = Array.from({ length: nics }, (_, place) => nicLines(place + 1)).flat();
  return { ...files, layers: lines(layers ?? []), 'nics.batch': lines(plugs), 'setup.sh': lines(setup) };
}

/** A NIC whose far end nobody holds but that is up, so that it has a carrier. */
function nicLines(number: number): string[] {
  const mac = `02:1a:b0:01:00:${number.toString(16).padStart(2, '0')}`;
  return [
    `link add eth${number} address ${mac} type veth peer name far${number}`,
    `link set far${number} up`,
  ];
}

/** An empty file system in the share, which is the one place that the guest may write; most of it is a hole. */
function makeDisk({ share }: RunFolder, owner: number | undefined): string {
  const path = join(share, 'disk.img');
  const file = openSync(path, 'wx', 0o600);
  ftruncateSync(file, DISK_BYTES);
  closeSync(file);
  const failure = failureOf(['mkfs.ext4', '-q', '-F', path], share);
  if (failure !== undefined) throw new Error(`mkfs.ext4 made no file system: ${failure}`);
  if (owner !== undefined) chownSync(path, owner, owner);
  return path;
}
