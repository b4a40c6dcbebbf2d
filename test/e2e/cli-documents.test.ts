import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../packages/controller/src/cli/act.ts';
import { createProgram } from '../../packages/controller/src/cli/program.ts';
import { tree } from '../house/tree.ts';
import { root } from '../run/places.ts';

const documents = tree.filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));

/** Words of a line as a shell would split them; a comment ends it. */
function words(line: string): readonly string[] {
  const found = line.replace(/\s#.*$/, '').match(/'[^']*'|"[^"]*"|[^\s'"]+/g) ?? [];
  return found.map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

/** Command lines of `bondctl` in the code blocks of a text. */
function commandLines(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```(?:sh|console)\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
  return blocks
    .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/^\$ /, '').trim())
    .filter((line) => /^bondctl(\s|$)/.test(line))
    .map((line) => line.replace(/\s[|>].*$/, ''));
}

/** Parses a command line and runs nothing: what commander says against it, or null. */
async function complaint(line: string): Promise<string | null> {
  let ran = 0;
  const nothing: Act = () => async () => {
    ran += 1;
  };
  const program = createProgram('0', nothing);
  silence(program);
  try {
    await program.parseAsync(words(line).slice(1), { from: 'user' });
    return ran === 1 ? null : 'it names no verb';
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    return error.exitCode === 0 ? null : error.message;
  }
}

function silence(command: ReturnType<typeof createProgram>): void {
  command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  for (const below of command.commands) silence(below);
}

test('every bondctl command line in the documents is one that bondctl takes', async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const path of documents)
    for (const line of commandLines(await readFile(join(root, path), 'utf8'))) {
      seen += 1;
      const said = await complaint(line);
      if (said !== null) wrong.push(`${path}: ${line}: ${said}`);
    }
  expect(seen).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});

describe('examples in the help of every verb', () => {
  const lines = helpTexts(createProgram('0', () => async () => {}))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.startsWith('bondctl '))
    .map((line) => line.replace(/\s[|>].*$/, ''));

  test.each([...new Set(lines)])('%s', async (line) => {
    expect(await complaint(line)).toBeNull();
  });

  test('are given by every verb', () => {
    const verbs = createProgram('0', () => async () => {}).commands;
    expect(verbs.length).toBe(16);
    for (const verb of verbs) expect(lines.join('\n')).toContain(`bondctl ${verb.name()}`);
  });
});

function helpTexts(program: ReturnType<typeof createProgram>): readonly string[] {
  return program.commands.map((command) => {
    let text = '';
    command.configureOutput({
      writeOut: (part) => {
        text += part;
      },
    });
    command.outputHelp();
    return text;
  });
}

describe('the reader of documents', () => {
  test('finds commands, leaves prose and comments alone', () => {
    const text =
      'Type `bondctl x`.\n```sh\n$ bondctl plan -f a.yaml  # look\nls\nbondctl events | jq .\n```\n';
    expect(commandLines(text)).toEqual(['bondctl plan -f a.yaml  # look', 'bondctl events']);
    expect(words("bondctl plan -f 'a b.yaml'  # look")).toEqual(['bondctl', 'plan', '-f', 'a b.yaml']);
  });

  test.each([
    ['bondctl plna -f x', /unknown command/],
    ['bondctl why', /missing required argument/],
    ['bondctl test drbd --streams none', /whole number/],
    ['bondctl test drbd beta', /too many arguments/],
    ['bondctl test --mesh', /argument missing/],
    ['bondctl test show test_V1StGXR8Z5 --csv --html a.html', /cannot be used with/],
    ['bondctl test compare test_V1StGXR8Z5', /missing required argument/],
    ['bondctl events --output xml', /invalid/],
    ['bondctl rollout show a b', /too many arguments/],
  ])('sees that %s is wrong', async (line, said) => {
    expect(await complaint(line)).toMatch(said);
  });
});
