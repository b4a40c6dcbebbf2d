import { type EventFilter, problemError } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { whole } from '../numbers.ts';

const examples = `
Examples:
  bondctl events
  bondctl events --link drbd
  bondctl events --host alpha --limit 200
  bondctl events --type linkEventSeen --follow
  bondctl events --follow --output json | jq .fact`;

interface Options {
  readonly follow?: true;
  readonly link?: string;
  readonly host?: string;
  readonly bond?: string;
  readonly type?: string;
  readonly limit: number;
}

/** `bondctl events`: the record. */
export function events(program: Command, act: Act): void {
  program
    .command('events')
    .description('Show the newest facts of the record, oldest first, or follow it.')
    .option('--follow', 'go on with what happens from now on; json gives one line each')
    .option('--link <LINK>', 'only facts about this link, both ends on one time line')
    .option('--host <HOST>', 'only facts of this host')
    .option('--bond <BOND>', 'only facts of bonds of this name')
    .option('--type <TYPE>', 'only facts of this kind, such as hostConnected')
    .option('--limit <N>', 'how many', whole('--limit', 1, 1000), 50)
    .addHelpText('after', examples)
    .action(act(showEvents));
}

async function showEvents(context: Context, options: Options): Promise<number> {
  const { link, host, bond, type, limit } = options;
  const filter: EventFilter = {
    ...(link === undefined ? {} : { link }),
    ...(host === undefined ? {} : { host }),
    ...(bond === undefined ? {} : { bond }),
    ...(type === undefined ? {} : { type }),
  };
  if (options.follow === true) return followEvents(context, filter);
  const found = await context.client.events({ ...filter, limit });
  const { renderEvents, renderTimeLine } = await import('../render/events.ts');
  await context.result(found, () =>
    link === undefined ? renderEvents(found.events) : renderTimeLine(found.events),
  );
  return 0;
}

async function followEvents(context: Context, filter: EventFilter): Promise<number> {
  const { renderEvent } = await import('../render/events.ts');
  for await (const line of context.client.follow(filter)) {
    if (line.type === 'failed') throw problemError(line.problem);
    if (line.type !== 'event') continue;
    const { event } = line;
    if (context.format === 'json') context.write(`${JSON.stringify(event)}\n`);
    else if (context.format === 'yaml') await context.result([event], () => '');
    else context.write(renderEvent(event));
  }
  throw new BondctlError('unreachable', 'The controller went away.');
}
