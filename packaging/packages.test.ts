import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../packages/agent/src/config.ts';
import { parseConfig } from '../packages/agent/src/config-file.ts';
import { compressAll } from './dashboard.ts';
import { buildDeb } from './deb.ts';
import { agentPackage, controllerPackage } from './packages.ts';
import { type Built, buildPrograms, exists } from './programs.ts';

const run = promisify(execFile);
const version = '9.8.7';
const epochSeconds = 1_700_000_000;
const agentBudgetBytes = 700_000;

let dist: string;
let built: Built[];
let debs: string[];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'bondctl-dist-'));
  built = await buildPrograms(dist, version);
  await layDashboard(join(dist, 'dashboard'));
  debs = [];
  for (const make of [agentPackage, controllerPackage]) {
    debs.push(await buildDeb(await make(dist, version), dist, epochSeconds));
  }
  for (const deb of debs) await run('dpkg-deb', ['--extract', deb, join(dist, 'root')]);
});

afterAll(() => rm(dist, { recursive: true, force: true }));

/** Stands for what the dashboard's own build writes. */
async function layDashboard(folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'console.log("fleet");'.repeat(100));
  await compressAll(folder);
}

async function listing(deb: string | undefined): Promise<string> {
  return (await run('dpkg-deb', ['--contents', deb ?? ''])).stdout;
}

describe('what npm run package builds', () => {
  test('the agent is one file of less than 700 KB', () => {
    const agent = built.find((one) => one.name === 'bondctl-agent');
    expect(agent?.bytes).toBeLessThan(agentBudgetBytes);
  });

  test.each(['bondctl-agent', 'bondctl-controller', 'bondctl'])(
    '%s says its version when it is run as the package installs it',
    async (name) => {
      const { stdout, stderr } = await run(join(dist, 'root/usr/bin', name), ['--version']);
      expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: version, stderr: '' });
    },
  );

  test('each package holds its programs, its unit and what the host owner may edit, all owned by root', async () => {
    const [agent, controller] = await Promise.all(debs.map(listing));
    for (const path of [
      './usr/bin/bondctl-agent',
      './etc/bondctl/agent.yaml',
      './usr/lib/bondctl/bondctl-agent.mjs',
    ]) {
      expect(agent).toContain(path);
    }
    expect(agent).toContain('/systemd/system/bondctl-agent.service');
    expect(agent).toContain('/systemd/system/bondctl-agent-boot.service');
    for (const path of [
      './usr/bin/bondctl ',
      './usr/bin/bondctl-controller',
      '/systemd/system/bondctl-controller.service',
    ]) {
      expect(controller).toContain(path);
    }
    const owners = `${agent}${controller}`
      .split('\n')
      .filter((line) => line !== '' && !line.includes(' root/root '));
    expect(owners).toEqual([]);
  });

  test('agent.yaml changes nothing as shipped, and shows every default as it would be written', async () => {
    const text = await readFile(join(dist, 'root/etc/bondctl/agent.yaml'), 'utf8');
    expect(parseConfig('agent.yaml', text)).toEqual({ ok: true, value: defaultConfig });
    const written = text.replace(/^#( *\w+:)/gm, '$1').replace('from: 20000', 'from: 20001');
    const changed = { ...defaultConfig, ports: { ...defaultConfig.ports, from: 20_001 } };
    expect(parseConfig('agent.yaml', written)).toEqual({ ok: true, value: changed });
  });

  test('the compiled driver travels with the controller where there is one', async () => {
    const compiled = await exists(join(dist, 'better_sqlite3.node'));
    expect((await listing(debs[1])).includes('/better_sqlite3.node')).toBe(compiled);
    const { stdout } = await run('dpkg-deb', ['--field', debs[1] ?? '', 'Architecture', 'Depends']);
    expect(stdout.includes('Architecture: all')).toBe(!compiled);
    expect(stdout).toContain(compiled ? 'nodejs (>= 20.19)' : 'nodejs (>= 22.14)');
  });

  test('the dashboard lies beside the controller, compressed where that makes it smaller', async () => {
    const inside = (await listing(debs[1])).match(/\S*\/dashboard\/\S*[^/\s]$/gm);
    expect(inside).toEqual(
      ['assets/app-1a2b.js', 'assets/app-1a2b.js.br', 'assets/app-1a2b.js.gz', 'index.html'].map(
        (name) => `./usr/lib/bondctl/dashboard/${name}`,
      ),
    );
    expect(await listing(debs[0])).not.toContain('dashboard');
  });

  test('the same sources make the same bytes', async () => {
    const first = await Promise.all(debs.map((path) => readFile(path)));
    await buildPrograms(dist, version);
    await buildDeb(await agentPackage(dist, version), dist, epochSeconds);
    await buildDeb(await controllerPackage(dist, version), dist, epochSeconds);
    const second = await Promise.all(debs.map((path) => readFile(path)));
    expect(second.map((bytes, at) => bytes.equals(first[at] ?? Buffer.alloc(0)))).toEqual([true, true]);
  });
});
