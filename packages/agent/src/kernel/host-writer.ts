import { BondctlError } from '@bondctl/proto/model/error';
import type { PlanStep } from '@bondctl/proto/model/step';
import { complaint, succeeded } from './command-result.ts';
import type { Commands, Files, HostWriter, Label } from './ports.ts';
import { type Act, actsOf, strangeWords } from './step-acts.ts';
import { stepSentence } from './step-errors.ts';
import type { Sysfs } from './sysfs.ts';

/** What the writer works with. */
export interface HostWriterParts {
  readonly commands: Commands;
  readonly files: Files;
  readonly sysfs: Sysfs;
}

// Enslaving waits for the NIC's driver, which may reset its hardware.
const actTimeoutMs = 30_000;

const loadDriver = ['modprobe', 'bonding', 'max_bonds=0'] as const;

/**
 * Loads the bonding driver where it is not; without `max_bonds=0` that would leave a stray bond0 behind. Returns why
 * it could not, null when it is there. An agent without the right to load modules leaves it to the kernel, which
 * loads the driver for the first bond by itself (systemd ships the same option for that).
 */
export async function driverObstacle(
  parts: Pick<HostWriterParts, 'commands' | 'files'>,
  label: Label,
): Promise<string | null> {
  const folder = await parts.files.list(`${label}/driver`, '/sys/module/bonding');
  if (folder.length > 0) return null;
  const result = await parts.commands.run(`${label}/modprobe`, loadDriver, { timeoutMs: actTimeoutMs });
  return succeeded(result) ? null : `\`${loadDriver.join(' ')}\` failed: ${complaint(result)}`;
}

const words = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** A failed program as an error; where the driver could not be loaded before, that is what is the matter. */
function failed(step: PlanStep, said: string, obstacle: string | null): BondctlError {
  if (obstacle === null) return new BondctlError('failed', stepSentence(step, said));
  const advice = "install the kernel's modules or load the driver by hand";
  return new BondctlError('refused', `This host has no bonding driver (${obstacle}; ${said}); ${advice}.`);
}

/** An address may have gone with something else, e.g. by NetworkManager when its bond was set down: then it is as wanted. */
const isSo = (step: PlanStep, said: string): boolean =>
  step.do === 'removeAddress' && said.includes('Cannot assign requested address');

async function perform(
  parts: HostWriterParts,
  label: Label,
  step: PlanStep,
  act: Act,
  obstacle: string | null,
): Promise<void> {
  const own = `${label}/${act.name}`;
  if (act.kind === 'run') {
    const result = await parts.commands.run(own, act.argv, { timeoutMs: actTimeoutMs });
    if (!succeeded(result) && !isSo(step, complaint(result))) throw failed(step, complaint(result), obstacle);
    return;
  }
  try {
    await parts.sysfs.write(own, act.path, act.text);
  } catch (thrown) {
    if (thrown instanceof BondctlError) throw thrown;
    throw new BondctlError('failed', stepSentence(step, words(thrown)), { cause: thrown });
  }
}

/**
 * Changes the host's network with `ip` and sysfs: one step, its acts in order, the first that fails ends it. A step
 * with words that are no plain words is refused before anything is done.
 */
export function createHostWriter(parts: HostWriterParts): HostWriter {
  return {
    async perform(label, step) {
      const strange = strangeWords(step);
      if (strange.length > 0) {
        throw new BondctlError(
          'bad-input',
          `The step ${step.do} has "${strange.join('", "')}", which is no plain word.`,
        );
      }
      const obstacle = step.do === 'createBond' ? await driverObstacle(parts, label) : null;
      for (const act of actsOf(step)) await perform(parts, label, step, act, obstacle);
    },
  };
}
