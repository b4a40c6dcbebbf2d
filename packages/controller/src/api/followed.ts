import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { ProgressLine } from '@bondctl/proto/model/view';
import type { Parts } from './ports.ts';

/** The id of the newest fact; 0 before the first. */
export async function newestId({ recorder }: Pick<Parts, 'recorder'>): Promise<number> {
  const [newest] = await recorder.list({ limit: 1, newestFirst: true });
  return newest?.id ?? 0;
}

type EventLine = Extract<ProgressLine, { type: 'event' }>;

/** Facts as lines. */
export async function* eventLines(
  events: AsyncIterable<RecordedEvent>,
): AsyncGenerator<EventLine, void, undefined> {
  for await (const event of events) yield { type: 'event', event };
}
