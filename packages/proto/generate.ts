// Writes the static codec of proto/v1 to src/wire/gen with protobufjs' own compiler. `npm test` runs this in a copy of
// the tree and compares.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compact } from './compact.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, 'src/wire/gen');
const code = join(folder, 'bondctl_v1.js');
// The convert folder checks field by field what it reads and writes: verify, fromObject, toObject, create and type URLs
// would be code that nobody calls, in an agent that must stay small.
const shape = ['-t', 'static-module', '-w', 'esm', '-r', 'bondctl_v1', '--force-number'];
const unused = ['verify', 'delimited', 'service', 'convert', 'create', 'typeurl'].map(
  (part) => `--no-${part}`,
);

function pbjs(...args: readonly string[]): void {
  const compiler = join(here, 'node_modules/protobufjs-cli/bin/pbjs');
  execFileSync(process.execPath, [compiler, ...shape, ...unused, ...args, '-o', code, 'agent.proto'], {
    cwd: join(here, 'proto/v1'),
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
  });
}

/** What the compiler has no switch for and we never use: a fifth of the code. */
const dead: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'writing unknown fields back',
    pattern: /\n *if \(message\.\$unknowns != null[^\n]*\n[^\n]*\n[^\n]*;/g,
  },
  { what: 'keeping unknown fields', pattern: /\n *if \(!reader\.discardUnknown\) \{\n(?:[^\n]*\n)*? *\}/g },
  { what: 'where an unknown field starts', pattern: /\n *let start = reader\.pos;/g },
  { what: 'defaults of absent fields', pattern: /\n *\w+\.prototype\.\w+ = [^\n]*;/g },
];

/** Fails when a pattern finds nothing: then the compiler writes something else, and this list must be read again. */
function strip(text: string): string {
  return dead.reduce((rest, { what, pattern }) => {
    const less = rest.replaceAll(pattern, '');
    if (less === rest) throw new Error(`generate.ts finds no "${what}" in what protobufjs generated`);
    return less;
  }, text);
}

mkdirSync(folder, { recursive: true });
// The declarations are made from comments, so the first run keeps them; the code is kept without.
pbjs('--dts');
pbjs('--no-comments');
writeFileSync(code, compact(strip(readFileSync(code, 'utf8'))));
