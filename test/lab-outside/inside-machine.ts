/** What a machine is given: programs, and files that its setup writes. */
import { build } from 'esbuild';

/** TypeScript programs as one file each, by name. */
export async function bundled(
  entryPoints: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const built = await build({
    entryPoints: { ...entryPoints },
    outdir: '/',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'silent',
    // A bundled CommonJS package asks for `require`, which a module does not have.
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
  });
  return Object.fromEntries(built.outputFiles.map(({ path, text }) => [path.slice(1), text]));
}

/** Lines of shell that write a file. */
export const written = (path: string, lines: readonly string[]): string[] => [
  `mkdir -p $(dirname ${path})`,
  `cat >${path} <<'END'`,
  ...lines,
  'END',
];
