import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configKeys } from '../packages/agent/src/config.ts';
import { agentYaml } from './agent-yaml.ts';
import type { Content, Deb } from './deb.ts';
import { exists, root, sqliteDriver } from './programs.ts';

const programFolder = '/usr/lib/bondctl';
const unitFolder = '/usr/lib/systemd/system';
const debianNames: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'amd64',
  arm: 'armhf',
  ia32: 'i386',
};

/** The agent's package: one file of JavaScript, the same on every machine. */
export async function agentPackage(dist: string, version: string): Promise<Deb> {
  return {
    name: 'bondctl-agent',
    version,
    architecture: 'all',
    depends: ['nodejs (>= 20.19)', 'iproute2', 'iperf3', 'iputils-ping', 'ethtool'],
    summary: 'changes the bonds of this host as one of two ends that must agree',
    description: [
      'A small agent that applies bond configurations step by step, reads every',
      'option back, and restores the old state unless its controller confirms.',
    ].join('\n'),
    contents: [
      ...program('bondctl-agent', dist),
      unit('bondctl-agent'),
      unit('bondctl-agent-boot'),
      { path: '/etc/bondctl/agent.yaml', mode: 0o644, text: agentYaml(configKeys) },
      copyright('bondctl-agent'),
    ],
    conffiles: ['/etc/bondctl/agent.yaml'],
    scripts: await scripts('bondctl-agent'),
  };
}

/**
 * The controller's package with the CLI. A compiled SQLite driver fits the major version of Node that built it, so
 * a package with one is bound to this architecture and to Node 20 (newer ones have their own and leave it unused).
 */
export async function controllerPackage(dist: string, version: string): Promise<Deb> {
  const driver = join(dist, sqliteDriver);
  const compiled = await exists(driver);
  const native: Content[] = compiled
    ? [{ path: `${programFolder}/${sqliteDriver}`, mode: 0o644, from: driver }]
    : [];
  return {
    name: 'bondctl-controller',
    version,
    architecture: compiled ? (debianNames[process.arch] ?? process.arch) : 'all',
    depends: [compiled ? 'nodejs (>= 20.19)' : 'nodejs (>= 22.14)', 'adduser'],
    summary: 'plans, rolls out and proves bond changes across a cluster',
    description: [
      'The controller changes both ends of a link together, proves the link with',
      'traffic, and keeps the change only if the proof holds. With the bondctl CLI.',
    ].join('\n'),
    contents: [
      ...program('bondctl-controller', dist),
      ...program('bondctl', dist),
      ...native,
      unit('bondctl-controller'),
      copyright('bondctl-controller'),
    ],
    conffiles: [],
    scripts: await scripts('bondctl-controller'),
  };
}

function program(name: string, dist: string): Content[] {
  return [
    { path: `${programFolder}/${name}.mjs`, mode: 0o755, from: join(dist, `${name}.mjs`) },
    { path: `/usr/bin/${name}`, mode: 0o777, linkTo: `../lib/bondctl/${name}.mjs` },
  ];
}

const unit = (name: string): Content => ({
  path: `${unitFolder}/${name}.service`,
  mode: 0o644,
  from: join(root, `packaging/systemd/${name}.service`),
});

const copyright = (name: string): Content => ({
  path: `/usr/share/doc/${name}/copyright`,
  mode: 0o644,
  from: join(root, 'LICENSE'),
});

async function scripts(name: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const kind of ['postinst', 'prerm', 'postrm']) {
    texts[kind] = await readFile(join(root, `packaging/debian/${name}.${kind}`), 'utf8');
  }
  return texts;
}
