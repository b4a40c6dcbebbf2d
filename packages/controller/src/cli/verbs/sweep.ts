import { BondctlError } from '@bondctl/proto/model/error';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { SweepPlanView } from '@bondctl/proto/model/sweep';
import { type Command, Option } from 'commander';
import type { Act, Context } from '../act.ts';
import { whole } from '../numbers.ts';
import { hashPolicies, modes, type NamedValues, optionValues, tuningValues, wholes } from '../sweep-lists.ts';
import { untilTold } from '../told.ts';
import { type SweepOutput, showSweep, sweepResults } from './sweep-results.ts';

const examples = `
Examples:
  bondctl sweep drbd --mode 802.3ad,balance-rr --mtu 1500,9000
  bondctl sweep drbd --mode 802.3ad --hash layer2,layer3+4 --streams 1,4 --html drbd.html
  bondctl sweep drbd --mode balance-rr --packets-per-slave 1,8,64 --runs 5
  bondctl sweep drbd --mode 802.3ad,balance-rr --mtu 1500,9000 --yes --keep best
  bondctl sweep drbd --mode balance-rr --tcp-reordering 3,127 --tso on,off --gro on,off
  bondctl sweep list
  bondctl sweep show sw_V1StGXR8Z5 --output json
  bondctl sweep keep sw_V1StGXR8Z5

Each combination is applied at both ends as a change that nobody confirms, measured, and taken back before the next one
comes. Ctrl-C takes back what is in hand. Should everything die, each host takes it back by itself.`;

const runHelp = `
Without --mode and --mtu these stay as the spec has them. Exit code 1 means that nothing could be measured, or that it
was broken off.`;

interface Options extends SweepOutput {
  readonly mode?: readonly BondMode[];
  readonly mtu?: readonly number[];
  readonly hash?: readonly string[];
  readonly packetsPerSlave?: readonly number[];
  readonly option?: readonly NamedValues[];
  readonly tcpReordering?: readonly string[];
  readonly tcpMaxReordering?: readonly string[];
  readonly tso?: readonly string[];
  readonly gso?: readonly string[];
  readonly gro?: readonly string[];
  readonly streams: readonly number[];
  readonly runs: number;
  readonly seconds?: number;
  readonly keep?: 'best';
}

/** `bondctl sweep`: which configuration of a link is best, tried and measured. */
export function sweep(program: Command, act: Act): void {
  const verb = program
    .command('sweep')
    .description('Try configurations of a link one after the other, measure each, and rank them.')
    .usage('[run] <LINK> [options] | list | show | keep')
    .addHelpText('after', examples);
  run(verb, act);
  sweepResults(verb, act);
}

function run(verb: Command, act: Act): void {
  verb
    .command('run', { isDefault: true })
    .description('Try every combination on both ends of a link; afterwards they are as they were.')
    .argument('<LINK>', 'the link, by its name in the spec')
    .option('--mode <LIST>', 'modes by name or number, with commas between them', modes)
    .option('--mtu <LIST>', 'MTUs', wholes('--mtu', 68, 65_535))
    .option('--hash <LIST>', 'transmit hash policies', hashPolicies)
    .option(
      '--packets-per-slave <LIST>',
      'packets that balance-rr sends by one port',
      wholes('--packets-per-slave', 0, 65_535),
    )
    .option(
      '--option <NAME=LIST>',
      'values of any option of the bonding driver; may be repeated',
      optionValues,
    )
    .option(
      '--tcp-reordering <LIST>',
      'the sysctl tcp_reordering, for the whole host',
      tuningValues('tcp_reordering'),
    )
    .option(
      '--tcp-max-reordering <LIST>',
      'the sysctl tcp_max_reordering, for the whole host',
      tuningValues('tcp_max_reordering'),
    )
    .option('--tso <LIST>', 'segmentation by the hardware, on the bond: on, off', tuningValues('tso'))
    .option('--gso <LIST>', 'segmentation after the bond, on the bond: on, off', tuningValues('gso'))
    .option('--gro <LIST>', 'merging of what arrives, on the ports: on, off', tuningValues('gro'))
    .option('--streams <LIST>', 'TCP streams', wholes('--streams', 1, 128), [1])
    .option('--runs <N>', 'how often each is measured', whole('--runs', 1, 20), 3)
    .option(
      '--seconds <N>',
      'how long each time; default: what the link expects, else 10',
      whole('--seconds', 1, 3600),
    )
    .addOption(new Option('--keep <WHICH>', 'roll the winner out afterwards').choices(['best']))
    .option('--csv', 'a row per candidate and number of streams')
    .option('--html <FILE>', 'write the ranking as a page that any browser shows')
    .option('--svg <FILE>', 'write the ranking as a picture')
    .addHelpText('after', runHelp)
    .action(act(runSweep));
}

async function runSweep(context: Context, link: string, options: Options): Promise<number> {
  context.mustBeAnswerable();
  const asked = askedOf(link, options);
  const plan = await context.client.sweepPlan(asked);
  if (!(await approved(context, plan))) return 0;
  const { result: found, exitCode } = await untilTold(context, context.client.sweep(asked), gone);
  if (options.keep === undefined || exitCode !== 0) {
    await showSweep(context, found, options);
    return exitCode;
  }
  const { renderSweep } = await import('../render/sweep.ts');
  context.progress(renderSweep(found, context.paint));
  const { applySpec } = await import('./apply.ts');
  return applySpec(context, await context.client.sweptSpec(found.id));
}

function askedOf(link: string, options: Options) {
  const { mode: modesAsked = [], mtu = [], hash, packetsPerSlave, streams, runs, seconds = null } = options;
  const named: readonly NamedValues[] = [
    ...(hash === undefined ? [] : [['xmit_hash_policy', hash] as const]),
    ...(packetsPerSlave === undefined ? [] : [['packets_per_slave', packetsPerSlave.map(String)] as const]),
    ...(options.option ?? []),
  ];
  return {
    link,
    modes: [...modesAsked],
    mtus: [...mtu],
    options: Object.fromEntries(named.map(([name, values]) => [name, [...values]])),
    tuning: tuningOf(options),
    streams: [...streams],
    runs,
    seconds,
  };
}

function tuningOf({ tcpReordering, tcpMaxReordering, tso, gso, gro }: Options) {
  const named = { tcp_reordering: tcpReordering, tcp_max_reordering: tcpMaxReordering, tso, gso, gro };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, values]) => (values === undefined ? [] : [[name, [...values]]])),
  );
}

async function approved(context: Context, plan: SweepPlanView): Promise<boolean> {
  const { renderSweepPlan } = await import('../render/sweep.ts');
  context.progress(renderSweepPlan(plan, context.paint));
  if (plan.candidates.every(({ refused }) => refused !== ''))
    throw new BondctlError('refused', 'The hosts refuse every candidate; nothing was changed.');
  if (await context.confirm('Try them one after the other?')) return true;
  context.progress('Nothing was changed.');
  return false;
}

const gone =
  'The controller went away; what was being tried goes back by itself, and "bondctl sweep list" says how it went.';
