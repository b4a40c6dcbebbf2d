/** The benchmark of link events, inside the lab: measures and prints what it measured as one JSON document. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { host, type Started } from '@bondctl/lab/inside/host';
import { eventually } from '@bondctl/lab/inside/wait';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import { cluster } from '../lab/cluster/cluster.ts';
import type { Failure, Measured } from './events-figures.ts';

const wanted = 200;
const eventTimeoutMs = 20_000;
const miimonMs = 100;

const { client, startController, startAgent, join } = cluster();
const alpha = host('alpha');

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Unix ms with fractions, from the clock that the kernel's messages are dated by. */
const nowMs = (): number => performance.timeOrigin + performance.now();

async function makeBond(): Promise<void> {
  await alpha.ip(
    `link add bond0 type bond mode active-backup miimon ${miimonMs}`,
    ...['eth1', 'eth2'].flatMap((port) => [`link set ${port} down`, `link set ${port} master bond0`]),
    'link set bond0 up',
  );
}

/** The other end of alpha's first cable, set by a program that waits for its next line: pulling costs no start of one. */
function cable(): { readonly set: (state: 'up' | 'down') => void; readonly end: () => void } {
  const [program = '', ...args] = ['ip', '-n', 'beta', '-batch', '-'];
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  return {
    set: (state) => void child.stdin.write(`link set eth1 ${state}\n`),
    end: () => void child.stdin.end(),
  };
}

/** What follows the record: every link event of alpha with when it came. */
type Followed = { readonly atMs: number; readonly event: RecordedEvent };

function follow(): readonly Followed[] {
  const followed: Followed[] = [];
  void (async () => {
    for await (const line of client.follow({ host: 'alpha', type: 'linkEventSeen' }))
      if (line.type === 'event') followed.push({ atMs: nowMs(), event: line.event });
  })();
  return followed;
}

/** Our event that says a thing of eth1, from place `from` on. */
const find = (
  followed: readonly Followed[],
  from: number,
  what: string,
  after: string,
): Followed | undefined =>
  followed
    .slice(from)
    .find(
      ({ event: { fact } }) =>
        fact.type === 'linkEventSeen' && fact.port === 'eth1' && fact.what === what && fact.after === after,
    );

/** The bare reader's first line that shows a failure counted, dated by itself when it read it. */
function readerMs(reader: Started, failures: number): number | undefined {
  const counted = `link_failure_count ${failures} `;
  const line = reader
    .stdout()
    .split('\n')
    .find((one) => one.includes(': eth1@') && one.includes(counted));
  const [, date] = /^\[([^\]]+)\]/.exec(line ?? '') ?? [];
  if (date === undefined) return undefined;
  // Microseconds: a Date would cut them.
  const [seconds = '', micros = '0'] = date.split('.');
  return Date.parse(`${seconds}Z`) + Number(micros) / 1000;
}

async function pull(
  wire: ReturnType<typeof cable>,
  followed: readonly Followed[],
  failures: number,
): Promise<Omit<Failure, 'readerMs'>> {
  const from = followed.length;
  // Wherever the driver stands between two of its looks.
  await sleep(Math.random() * miimonMs);
  const actMs = nowMs();
  wire.set('down');
  const ours = await eventually(() => find(followed, from, 'link failures', String(failures)), {
    timeoutMs: eventTimeoutMs,
    everyMs: 20,
  });
  wire.set('up');
  await eventually(() => find(followed, from, 'mii status', 'up') !== undefined, {
    timeoutMs: eventTimeoutMs,
    everyMs: 20,
  });
  return { actMs, recordedMs: ours.event.atUnixMs, followedMs: ours.atMs };
}

async function measure(): Promise<Measured> {
  await makeBond();
  await startController();
  await join('alpha');
  await startAgent('alpha');
  const reader = await alpha.spawn(['ip', '-tshort', '-d', '-o', 'monitor', 'link'], { TZ: 'UTC' });
  const followed = follow();
  const wire = cable();
  await sleep(2000);
  say(`The agent is connected; a cable is pulled ${wanted} times ...`);
  const pulled: Omit<Failure, 'readerMs'>[] = [];
  for (let failures = 1; failures <= wanted; failures++) pulled.push(await pull(wire, followed, failures));
  wire.end();
  reader.kill('SIGTERM');
  await reader.ended;
  const failures = pulled.flatMap((one, at): Failure[] => {
    const lineMs = readerMs(reader, at + 1);
    return lineMs === undefined ? [] : [{ ...one, readerMs: lineMs }];
  });
  return { failures, missing: pulled.length - failures.length };
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
