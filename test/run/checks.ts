import { generatedFailure } from './generated.ts';
import { importFailure, importRules, readImports } from './imports.ts';
import { root } from './places.ts';
import { runTool } from './spawn.ts';

/** A static check: undefined when it has nothing to say, else what it says in full. */
export type Check = { name: string; run(): Promise<string | undefined> };

const timeoutMs = 420_000;

const tool = (name: string, script: string, ...args: string[]): Check => ({
  name,
  async run() {
    const { code, output } = await runTool(`${root}/node_modules/${script}`, args, timeoutMs);
    return code === 0 ? undefined : output;
  },
});

/** Every static check, the slowest first so that two at a time end together. */
export const checks: readonly Check[] = [
  tool('promises and unions', 'eslint/bin/eslint.js', '--max-warnings=0', '.'),
  tool('types', 'typescript/bin/tsc', '-p', '.', '--pretty', 'false'),
  tool('types of the dashboard', 'typescript/bin/tsc', '-p', 'packages/dashboard', '--pretty', 'false'),
  tool('unused code', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  { name: 'import rules', run: async () => importFailure(await readImports(root, await importRules())) },
  { name: 'fresh generated files', run: generatedFailure },
  tool(
    'format and lint',
    '@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '--colors=off',
    '--max-diagnostics=100',
    '.',
  ),
];
