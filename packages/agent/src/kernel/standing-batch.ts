import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { childEnvironment } from './commands.ts';
import type { Commands, Faults } from './ports.ts';

/** Ten times what the largest host needs; then the usual way is the better one. */
const longestAnswerMs = 5000;
const maxBytes = 16 * 1024 * 1024;
/** It remembers every interface that it ever saw. */
const mostRuns = 1000;

/** A list ends its line. */
const betweenLists = /(?<=\])\s*\n\s*(?=\[)/;

/** Whether `text` is `count` complete lists, as `ip -j` prints one for each line of a batch. */
export function areLists(text: string, count: number): boolean {
  if (!/\]\s*\n$/.test(text.slice(-16))) return false;
  const lists = text.trim().split(betweenLists);
  // Those before have another list after them, so they are complete.
  return lists.length === count && isJson(lists.at(-1) ?? '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}

type Argv = readonly [string, ...string[]];

/** A program that takes batches for as long as its stdin is open: so it ends with us, however we end. */
interface Standing {
  readonly child: ChildProcess;
  readonly command: string;
  runs: number;
}

function startStanding(argv: Argv): Standing {
  const [program, ...args] = argv;
  const child: ChildProcess = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: childEnvironment(),
  });
  // It keeps nobody from ending; who waits for an answer has a deadline that does.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream.unref();
  // What goes wrong is an answer that does not come.
  for (const one of [child, child.stdin, child.stdout]) one?.on('error', () => undefined);
  child.stdout?.setEncoding('utf8');
  return { child, command: argv.join(' '), runs: 0 };
}

type Answer = { readonly kind: 'lists'; readonly text: string } | { readonly kind: 'ended' | 'useless' };

/** What it prints to `input`, a list for each line. */
function answerOf({ child }: Standing, input: string, timeoutMs: number): Promise<Answer> {
  const count = input.trim().split('\n').length;
  return new Promise((resolve) => {
    let text = '';
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      child.stdout?.off('data', take).off('close', gone);
      child.off('error', gone);
      resolve(answer);
    };
    const gone = (): void => end({ kind: 'ended' });
    const take = (chunk: string): void => {
      text += chunk;
      if (areLists(text, count)) end({ kind: 'lists', text });
      else if (text.length > maxBytes) end({ kind: 'useless' });
    };
    const timer = setTimeout(() => end({ kind: 'useless' }), Math.min(timeoutMs, longestAnswerMs));
    child.stdout?.on('data', take).once('close', gone);
    child.once('error', gone);
    child.stdin?.write(input);
  });
}

/**
 * Commands of which those with input, batches of `ip -j`, are answered by one program that stands by: to fork a process as large
 * as an agent holds up everything in it, and who asks often would pay that each time. What it does not answer is run by `commands`,
 * as is everything once it failed to answer in time.
 */
export function createStandingBatch(commands: Commands, faults: Faults): Commands {
  let standing: Standing | undefined;
  let isBusy = false;
  let isFit = true;
  const dismiss = (): void => {
    standing?.child.kill('SIGKILL');
    standing = undefined;
  };
  const ready = (argv: Argv): Standing => {
    const { child, command, runs } = standing ?? {};
    const isOver = child?.exitCode !== null || child.signalCode !== null;
    if (isOver || command !== argv.join(' ') || (runs ?? 0) >= mostRuns) dismiss();
    standing ??= startStanding(argv);
    standing.runs += 1;
    return standing;
  };
  const ask = async (argv: Argv, input: string, timeoutMs: number): Promise<string | undefined> => {
    isBusy = true;
    const answer = await answerOf(ready(argv), input, timeoutMs);
    isBusy = false;
    if (answer.kind === 'lists') return answer.text;
    // One that ended was told something wrong, or was ended; one that lives and says nothing is of no use here.
    isFit = answer.kind === 'ended';
    dismiss();
    return undefined;
  };
  return {
    async run(label, argv, options) {
      if (options.input === undefined || isBusy || !isFit) return await commands.run(label, argv, options);
      faults.reached(label);
      const stdout = await ask(argv, options.input, options.timeoutMs);
      if (stdout === undefined) return await commands.run(label, argv, options);
      return { ending: { kind: 'code', code: 0 }, stdout, stderr: '' };
    },
  };
}
