import { BondctlError } from '@bondctl/proto/model/error';
import type { PlanStep } from '@bondctl/proto/model/step';
import { complaint, succeeded } from './commands.ts';
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

/** Makes sure that the bonding driver is there. Without `max_bonds=0` loading it would leave a stray bond0 behind. */
export async function loadDriver(parts: HostWriterParts, label: Label): Promise<void> {
  const folder = await parts.files.list(`${label}/driver`, '/sys/module/bonding');
  if (folder.length > 0) return;
  const argv = ['modprobe', 'bonding', 'max_bonds=0'] as const;
  const result = await parts.commands.run(`${label}/modprobe`, argv, { timeoutMs: actTimeoutMs });
  if (succeeded(result)) return;
  throw new BondctlError(
    'refused',
    `This host has no bonding driver: \`${argv.join(' ')}\` failed (${complaint(result)}); install the kernel's modules.`,
  );
}

const words = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

async function perform(parts: HostWriterParts, label: Label, step: PlanStep, act: Act): Promise<void> {
  const own = `${label}/${act.name}`;
  if (act.kind === 'run') {
    const result = await parts.commands.run(own, act.argv, { timeoutMs: actTimeoutMs });
    if (!succeeded(result)) throw new BondctlError('failed', stepSentence(step, complaint(result)));
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
      if (step.do === 'createBond') await loadDriver(parts, label);
      for (const act of actsOf(step)) await perform(parts, label, step, act);
    },
  };
}
