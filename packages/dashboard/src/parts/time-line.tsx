import type { EventLine } from '../look/fact-words.ts';
import { Age } from './age.tsx';
import { HealthMark } from './health-mark.tsx';
import { Empty } from './loading.tsx';

/** What happened, newest first. */
export const TimeLine = ({
  lines,
  nothing,
}: {
  readonly lines: readonly EventLine[];
  readonly nothing: string;
}) =>
  lines.length === 0 ? (
    <Empty title={nothing} />
  ) : (
    <ol class="time-line">
      {lines.map(({ id, atUnixMs, actor, tone, subject, sentence }) => (
        <li key={id}>
          <Age atUnixMs={atUnixMs} />
          {tone === null ? <i class="dot" /> : <HealthMark health={tone} />}
          <span>
            {subject !== null && <strong>{subject}</strong>} {sentence} <span class="soft">{actor}</span>
          </span>
        </li>
      ))}
    </ol>
  );
