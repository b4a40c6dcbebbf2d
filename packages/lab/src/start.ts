/** The command line that starts a run on each backend. Every process of it dies with the launcher. Pure but for `cpu`. */
import { join } from 'node:path';
import type { Backend } from './backend.ts';
import { NOBODY, type RunFolder } from './run-folder.ts';

/**
 * How a guest is dimensioned. `memory` is in the kernel's words ("1G"); `cpu` the one processor it is pinned to. With the
 * image of a `disk` it is one machine with systemd, else it holds a cluster.
 */
export type GuestSize = { readonly memory: string; readonly cpu: number; readonly disk?: string | undefined };

/** A backend that can run. */
export type Runnable = Exclude<Backend, { kind: 'refused' }>;

/** The program and arguments of a run. */
export function startCommand(
  backend: Runnable,
  folder: RunFolder,
  size: GuestSize,
  terminal: boolean,
): string[] {
  switch (backend.kind) {
    case 'netns':
      return [
        ...dieWithParent,
        'unshare',
        '-nmpu',
        ...ownTree,
        '--mount-proc',
        'sh',
        join(folder.job, 'netns.sh'),
      ];
    case 'uml':
      return [
        ...caged(backend, folder),
        ...pinned(size.cpu),
        ...guest(backend.program, folder, size, terminal),
      ];
  }
}

const dieWithParent = ['setpriv', '--pdeathsig', 'KILL', '--'];
const ownTree = ['--fork', '--kill-child', '--propagation', 'private'];

function caged({ cage }: Extract<Backend, { kind: 'uml' }>, folder: RunFolder): string[] {
  switch (cage) {
    case 'user':
      return ['setpriv', '--pdeathsig', 'TERM', '--'];
    case 'nobody':
      return ['setpriv', ...asNobody, '--inh-caps=-all', '--pdeathsig', 'TERM', '--'];
    case 'strict': {
      const namespaces = [...dieWithParent, 'unshare', '-mp', ...ownTree];
      // The secure bit, because hostfs asks access(2), which otherwise forgets the one capability that is left.
      const drop = ['setpriv', '--securebits=+no_setuid_fixup', ...asNobody, ...readsEverything, '--'];
      return [...namespaces, 'sh', join(folder.job, 'cage.sh'), ...drop];
    }
  }
}

const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
const readsEverything = [
  '--inh-caps=-all,+dac_read_search',
  '--ambient-caps=+dac_read_search',
  '--bounding-set=-all,+dac_read_search',
];

/** Unpinned, the guest's kernel and its programs chase each other over the processors: up to three times slower. */
const pinned = (cpu: number): string[] => ['taskset', '-c', String(cpu)];

function guest(program: string, folder: RunFolder, size: GuestSize, terminal: boolean): string[] {
  const { memory, disk } = size;
  return [
    program,
    `mem=${memory}`,
    `uml_dir=${folder.memory}`,
    `umid=${folder.id}`,
    ...['rootfstype=hostfs', 'root=/dev/root', 'rootflags=/', 'ro', 'quiet', 'loglevel=0'],
    // Saves 0.9 s of choosing the fastest RAID 6 routine, and 0.05 s of self-tests.
    'initcall_blacklist=raid6_select_algo,crypto_algapi_init',
    `init=${join(folder.job, disk === undefined ? 'init.sh' : 'machine.sh')}`,
    ...(disk === undefined
      ? []
      : [`ubd0=${disk}`, 'systemd.unit=multi-user.target', 'systemd.show_status=0']),
    `LAB=${folder.base}`,
    ...['con=null', 'console=tty2', terminal ? 'con0=fd:0,fd:1' : 'con0=null,fd:1'],
    ...['con1=null,fd:2', 'con2=null,fd:3'],
  ];
}
