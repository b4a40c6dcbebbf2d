import { BondctlError } from '@bondctl/proto/model/error';
import { parseId, type TxId } from '@bondctl/proto/model/names';
import { configPath, readConfig } from '../config-file.ts';
import { createLog } from '../log.ts';
import { createBootClock } from '../transaction/boot-clock.ts';
import { guardBoot } from '../transaction/boot-guard.ts';
import { abstractLock } from '../transaction/lock.ts';
import { createProcessTable } from '../transaction/process-table.ts';
import { patience, restoreByHand, type WatchEnding, type WatchParts, watch } from '../transaction/watch.ts';
import { armedLine } from '../transaction/watchdog.ts';
import { type Finished, readArguments } from './arguments.ts';
import { changeParts } from './changes.ts';
import { openMachine } from './machine.ts';

/** What `bondctl-agent restore --help` prints. */
export const help = `bondctl-agent restore [--accept | --boot] [--config FILE]

Takes back a change that nobody confirmed, at once; the agent's watchdog does the same at the deadline.

  --accept        after a rollback that failed: take the host as it is instead of trying once more
  --boot          before networking starts: end what an earlier boot left unconfirmed, and make the bonds again that
                  no configuration file describes`;

// Drivers of NICs are loaded while the boot guard runs; it holds up networking no longer than this.
const portsTimeoutMs = 20_000;

const sentences: Readonly<Record<WatchEnding, string>> = {
  'nothing to do': 'There is no change to take back.',
  restored: 'The old state is back.',
  accepted: 'The host is taken as it is.',
  stuck: '',
};

async function partsOf(configFile: string): Promise<WatchParts> {
  const machine = openMachine();
  const config = await readConfig(machine.files, configFile);
  const log = createLog(process.env['BONDCTL_LOG_LEVEL']);
  return {
    ...changeParts({ machine, config, configFile, log, controlAddress: () => null }),
    boot: createBootClock(machine.files),
    processes: createProcessTable(machine.files),
    tryLock: abstractLock,
    ...patience,
  };
}

function txOf(text: string | undefined): TxId {
  const tx = parseId('tx', text ?? '');
  if (!tx.ok) throw new BondctlError('bad-input', tx.error);
  return tx.value;
}

/** The watchdog says when it is armed, and nothing else: whoever armed it may be gone when it acts. */
async function asWatchdog(parts: WatchParts, tx: TxId, inMs: number): Promise<WatchEnding> {
  return await watch(parts, tx, inMs, () => process.stdout.write(`${armedLine}\n`));
}

/** Ends what an earlier boot left open; a bond that is not whole again needs a person, but the boot goes on. */
async function asBootGuard(parts: WatchParts): Promise<Finished> {
  const ending = await guardBoot({ ...parts, portsTimeoutMs });
  if (ending === null) return { text: 'No earlier boot left a change unconfirmed.', exitCode: 0 };
  if (ending.phase === 'stuck')
    throw new BondctlError('needs-person', `Transaction ${ending.tx} is stuck: ${ending.why}.`);
  return { text: `Transaction ${ending.tx} is rolled back: ${ending.why}.`, exitCode: 0 };
}

/** Carries out `restore`; with --watch, --tx and --in-ms it is the agent's watchdog. */
export async function run(args: readonly string[]): Promise<Finished> {
  const { values } = readArguments('restore', args, {
    accept: { type: 'boolean', default: false },
    config: { type: 'string', default: configPath },
    boot: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    tx: { type: 'string' },
    'in-ms': { type: 'string', default: '0' },
  });
  if (values.boot && (values.accept || values.watch)) {
    throw new BondctlError('bad-input', '--boot stands alone. See `bondctl-agent restore --help`.');
  }
  const parts = await partsOf(values.config);
  if (values.boot) return await asBootGuard(parts);
  const ending = values.watch
    ? await asWatchdog(parts, txOf(values.tx), Number(values['in-ms']))
    : await restoreByHand(parts, values.accept ? 'accept' : 'restore');
  if (ending === 'stuck') {
    throw new BondctlError(
      'needs-person',
      'The old state could not be brought back whole; the log says what differs.',
    );
  }
  return { text: values.watch ? '' : sentences[ending], exitCode: 0 };
}
