import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters, styleText } from 'node:util';
import { createClient } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Context, Format } from './act.ts';
import { type Place, type PlaceOptions, placeOf } from './place.ts';
import type { Paint } from './render/paint.ts';
import { socketTransport, tlsTransport } from './transport.ts';

/** Options that every verb takes. */
export interface GlobalOptions extends PlaceOptions {
  readonly output: Format;
  readonly yes?: true;
}

const colours = { good: 'green', warn: 'yellow', bad: 'red', dim: 'gray', strong: 'bold' } as const;

/** The context of one run of the program. */
export function createContext(options: GlobalOptions, interrupted: AbortSignal): Context {
  const answerable = options.yes === true || process.stdin.isTTY;
  const place = placeOf(options, process.env);
  return {
    client: createClient(transportTo(place, interrupted)),
    remote: place.kind === 'remote',
    format: options.output,
    paint,
    clock: { nowMs: () => performance.now(), sleep: (ms) => sleep(ms, undefined, { signal: interrupted }) },
    result: (value, render) => printResult(options.output, value, render),
    write: (text) => void process.stdout.write(text),
    progress: (line) => void process.stderr.write(line.endsWith('\n') ? line : `${line}\n`),
    confirm: async (question) => options.yes === true || ask(question),
    mustBeAnswerable: () => {
      if (answerable) return;
      throw new BondctlError(
        'bad-input',
        'This changes something, and nobody can be asked: stdin is no terminal. Add --yes.',
      );
    },
  };
}

const transportTo = (place: Place, interrupted: AbortSignal) =>
  place.kind === 'socket' ? socketTransport(place.path, interrupted) : tlsTransport(place, interrupted);

const paint: Paint = (tone, text) => styleText(colours[tone], text, { stream: process.stdout });

async function printResult(
  format: Format,
  value: unknown,
  render: () => string | Promise<string>,
): Promise<void> {
  switch (format) {
    case 'json':
      process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
      return;
    case 'yaml': {
      const { stringify } = await import('yaml');
      process.stdout.write(stringify(value));
      return;
    }
    case 'table':
      process.stdout.write(await render());
      return;
    default:
      format satisfies never;
  }
}

async function ask(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await reader.question(`${question} Type yes to go on: `);
    return /^y(es)?$/i.test(stripVTControlCharacters(answer).trim());
  } finally {
    reader.close();
  }
}
