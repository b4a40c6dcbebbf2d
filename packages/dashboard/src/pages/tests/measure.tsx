import type { FleetLink } from '@bondctl/proto/model/fleet';
import { useState } from 'preact/hooks';
import { rateText } from '../../look/figures.ts';
import { receivedText } from '../../look/test-look.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Table } from '../../parts/table.tsx';
import { type Measuring, type TestWish, useMeasuring } from '../../state/measuring.ts';
import { useWhyNotChange } from '../../state/world.ts';

const usual = { streams: 1, seconds: 10, direction: 'forth' } as const;
const ways = [
  { value: 'forth', text: 'first end to second' },
  { value: 'back', text: 'second end to first' },
  { value: 'both', text: 'both ways at once' },
] as const;

/** Measures a link now, and shows how fast its ports go while it does. */
export function Measure({
  links,
  link,
}: {
  readonly links: readonly FleetLink[];
  readonly link: string | null;
}) {
  const { now, start, stop } = useMeasuring();
  const [isAsking, setIsAsking] = useState(false);
  const whyNotChange = useWhyNotChange();
  const whyNot =
    whyNotChange ??
    (now.kind === 'running' ? 'A test runs. Wait until it has ended.' : null) ??
    (links.length === 0 ? 'The accepted spec has no link that could be tested.' : null);
  return (
    <>
      <div class="controls">
        <ActionButton tone="main" onAct={() => setIsAsking(true)} whyNot={whyNot}>
          Test a link ...
        </ActionButton>
        {now.kind === 'running' && (
          <ActionButton onAct={stop} whyNot={null}>
            Break it off
          </ActionButton>
        )}
        <div role="status">
          <Said now={now} />
        </div>
      </div>
      {now.kind === 'running' && <Rates of={now.rates} link={now.link} />}
      {isAsking && (
        <Dialog title="Test a link now?" onClose={() => setIsAsking(false)}>
          <Form
            links={links}
            link={link ?? links[0]?.name ?? ''}
            whyNot={whyNot}
            onStart={(wish) => {
              setIsAsking(false);
              start(wish);
            }}
            onClose={() => setIsAsking(false)}
          />
        </Dialog>
      )}
    </>
  );
}

function Said({ now }: { readonly now: Measuring }) {
  switch (now.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <p class="soft">
          {now.link}: {now.sentence}
        </p>
      );
    case 'measured':
      return (
        <p class="choices">
          <HealthMark health={now.test.judgement.passed ? 'ok' : 'degraded'} />
          <a href={`/tests/${encodeURIComponent(now.test.id)}`}>
            {now.test.result.link}: {receivedText(now.test.result)}
          </a>
          {now.test.judgement.passed ? 'as expected' : 'not as expected'}
        </p>
      );
    case 'failed':
      return <p class="form-error">{now.sentence}</p>;
    default:
      return now satisfies never;
  }
}

const Rates = ({
  of,
  link,
}: {
  readonly of: Extract<Measuring, { kind: 'running' }>['rates'];
  readonly link: string;
}) => (
  <Table
    caption={`Rates while ${link} is tested`}
    columns={[{ head: 'port' }, { head: 'sends', figures: true }, { head: 'receives', figures: true }]}
    rows={[...of].flatMap(([host, ports]) =>
      ports.map(({ port, txBps, rxBps }) => ({
        key: `${host} ${port}`,
        cells: [`${host} ${port}`, rateText(txBps), rateText(rxBps)],
      })),
    )}
  />
);

function Form({
  links,
  link,
  whyNot,
  onStart,
  onClose,
}: {
  readonly links: readonly FleetLink[];
  readonly link: string;
  readonly whyNot: string | null;
  readonly onStart: (wish: TestWish) => void;
  readonly onClose: () => void;
}) {
  const [wish, setWish] = useState<TestWish>({ link, ...usual });
  const whole = (text: string, most: number) => Math.min(most, Math.max(1, Math.floor(Number(text)) || 1));
  return (
    <>
      <div class="form">
        <label>
          Link
          <select
            value={wish.link}
            onChange={(event) => setWish({ ...wish, link: event.currentTarget.value })}
          >
            {links.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Streams
          <input
            type="number"
            min={1}
            max={128}
            value={wish.streams}
            onChange={(event) => setWish({ ...wish, streams: whole(event.currentTarget.value, 128) })}
          />
        </label>
        <label>
          Seconds
          <input
            type="number"
            min={1}
            max={3600}
            value={wish.seconds}
            onChange={(event) => setWish({ ...wish, seconds: whole(event.currentTarget.value, 3600) })}
          />
        </label>
        <label>
          Way
          <select
            value={wish.direction}
            onChange={(event) =>
              setWish({
                ...wish,
                direction: ways.find(({ value }) => value === event.currentTarget.value)?.value ?? 'forth',
              })
            }
          >
            {ways.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="soft">It sends as much as the link carries, and gives way where others need the link.</p>
      <div class="choices">
        <ActionButton tone="main" onAct={() => onStart(wish)} whyNot={whyNot}>
          Test it
        </ActionButton>
        <ActionButton onAct={onClose} whyNot={null}>
          Cancel
        </ActionButton>
      </div>
    </>
  );
}
