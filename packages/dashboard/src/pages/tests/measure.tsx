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

/** A form leaves nothing to be decided elsewhere. */
type Typed = { readonly [K in keyof TestWish]: NonNullable<TestWish[K]> };

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
  const [wish, setWish] = useState<Typed>({ link, ...usual });
  const change = (to: Partial<Typed>) => setWish({ ...wish, ...to });
  const names = links.map(({ name }) => ({ value: name, text: name }));
  return (
    <>
      <div class="form">
        <OneOf label="Link" choices={names} value={wish.link} onChoose={(one) => change({ link: one })} />
        <Whole label="Streams" most={128} value={wish.streams} onChange={(streams) => change({ streams })} />
        <Whole label="Seconds" most={3600} value={wish.seconds} onChange={(seconds) => change({ seconds })} />
        <OneOf
          label="Way"
          choices={ways}
          value={wish.direction}
          onChoose={(direction) => change({ direction })}
        />
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

const OneOf = <T extends string>({
  label,
  choices,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly value: string;
  readonly onChoose: (value: T) => void;
}) => (
  <label>
    {label}
    <select
      value={value}
      onChange={(event) => {
        const found = choices.find((one) => one.value === event.currentTarget.value);
        if (found !== undefined) onChoose(found.value);
      }}
    >
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.text}
        </option>
      ))}
    </select>
  </label>
);

/** A whole number from 1 on; what is none becomes the nearest one. */
const Whole = ({
  label,
  most,
  value,
  onChange,
}: {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) => (
  <label>
    {label}
    <input
      type="number"
      min={1}
      max={most}
      value={value}
      onChange={(event) =>
        onChange(Math.min(most, Math.max(1, Math.floor(Number(event.currentTarget.value)) || 1)))
      }
    />
  </label>
);
