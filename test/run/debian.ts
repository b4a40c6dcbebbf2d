import { runToEnd } from './spawn.ts';

const queryTimeoutMs = 20_000;
const installTimeoutMs = 600_000;

/** What became of the Debian packages that were asked for. */
export type Provided =
  | { kind: 'present' }
  | { kind: 'installed'; packages: readonly string[] }
  | { kind: 'missing'; packages: readonly string[]; advice: string };

/** Whether `dpkg-query --status` says that a package is unpacked and configured, not merely known or removed. */
export const isInstalled = (status: string): boolean => /^Status: install ok installed$/m.test(status);

/**
 * Installs the Debian packages that are missing. Only root can; anybody else gets `missing` with the command to type,
 * and decides what that means (the lab then refuses with exit code 77).
 */
export async function provideDebianPackages(
  names: readonly string[],
  say: (line: string) => void,
): Promise<Provided> {
  const packages = await missingPackages(names);
  if (packages.length === 0) return { kind: 'present' };
  const advice = `Install ${packages.join(', ')} first: apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) return { kind: 'missing', packages, advice };
  say(`Installing ${packages.join(', ')} ...`);
  const failure =
    (await apt('update')) ?? (await apt('install', '-y', '--no-install-recommends', ...packages));
  if (failure === undefined) return { kind: 'installed', packages };
  return { kind: 'missing', packages, advice: `${advice}\n${failure}` };
}

async function missingPackages(names: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const name of names) {
    const { code, output } = await runToEnd(['dpkg-query', '--status', name], {
      timeoutMs: queryTimeoutMs,
      env: { LC_ALL: 'C' },
    });
    if (code !== 0 || !isInstalled(output)) missing.push(name);
  }
  return missing;
}

async function apt(...args: string[]): Promise<string | undefined> {
  const { code, output } = await runToEnd(['apt-get', ...args], {
    timeoutMs: installTimeoutMs,
    env: { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
  });
  return code === 0 ? undefined : output;
}
