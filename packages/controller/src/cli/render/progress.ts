import type { ProgressLine } from '@bondctl/proto/model/view';
import { details } from './events.ts';
import type { Paint, Tone } from './paint.ts';
import { clock, rate } from './units.ts';

const tones: Readonly<Partial<Record<string, Tone>>> = {
  hostCommitted: 'good',
  proofPassed: 'good',
  hostRolledBack: 'warn',
  proofFailed: 'bad',
  hostStuck: 'bad',
  personNeeded: 'bad',
};

/** One line of progress, or none where it is only a sign of life. */
export function renderProgress(line: ProgressLine, paint: Paint): string | null {
  switch (line.type) {
    case 'event': {
      const { fact, atUnixMs } = line.event;
      return `${clock(atUnixMs)}  ${paint(tones[fact.type] ?? 'strong', fact.type)}  ${details(fact)}`;
    }
    case 'phase': {
      const step = line.steps === 0 ? '' : ` ${line.step}/${line.steps}`;
      return `          ${line.host}  ${line.phase}${step}  ${line.sentence}`.trimEnd();
    }
    case 'rates':
      return `          ${line.host}  ${line.ports
        .map((port) => `${port.port} tx ${rate(port.txBps)} rx ${rate(port.rxBps)}`)
        .join('  ')}`;
    case 'alive':
      return null;
    default:
      return line satisfies never;
  }
}
