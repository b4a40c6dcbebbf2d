import { connect } from 'node:tls';
import { BondctlError } from '@bondctl/proto/model/error';
import { configPath, readConfig } from '../config-file.ts';
import { complaint, succeeded } from '../kernel/command-result.ts';
import { readPrograms } from '../persist/programs.ts';
import { hostOf, type Identity, loadIdentity } from '../uplink/identity.ts';
import { type Finished, readArguments } from './arguments.ts';
import { type Machine, openMachine } from './machine.ts';
import { table } from './show-table.ts';
import { parseVersion } from './versions.ts';

/** What `bondctl-agent doctor --help` prints. */
export const help = `bondctl-agent doctor [--config FILE] [--output table|json]

Looks for everything that the agent needs on this host. Exit code 0 when all is there, 1 when something is missing.`;

/** One thing the agent needs. */
export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
}

const timeoutMs = 5000;

async function driver({ files, commands }: Machine): Promise<Check> {
  const check = 'bonding driver';
  if ((await files.list('doctor', '/sys/module/bonding')).length > 0)
    return { check, ok: true, found: 'loaded' };
  const tried = await commands.run('doctor', ['modprobe', '--dry-run', 'bonding'], { timeoutMs });
  if (succeeded(tried)) return { check, ok: true, found: 'can be loaded' };
  return { check, ok: false, found: `not there: ${complaint(tried)}; install the kernel's modules` };
}

type Program = readonly [program: string, argument: string, advice: string];

const programs: readonly Program[] = [
  ['ip', '-V', 'install the package iproute2'],
  ['iperf3', '--version', 'install the package iperf3; without it links cannot be tested'],
  ['ping', '-V', 'install the package iputils-ping; without it the path MTU cannot be proven'],
];

async function program({ commands }: Machine, [name, argument, advice]: Program): Promise<Check> {
  const asked = await commands.run('doctor', [name, argument], { timeoutMs });
  if (succeeded(asked)) return { check: name, ok: true, found: parseVersion(asked.stdout + asked.stderr) };
  return { check: name, ok: false, found: `${complaint(asked)}; ${advice}` };
}

async function stateFolder({ files }: Machine, stateDir: string): Promise<Check> {
  const check = 'state folder';
  const path = `${stateDir}/doctor`;
  try {
    await files.writeAtomic('doctor', path, 'written by doctor\n');
    await files.remove('doctor', path);
    return { check, ok: true, found: `${stateDir} can be written` };
  } catch (thrown) {
    return { check, ok: false, found: `${stateDir} cannot be written: ${BondctlError.from(thrown).message}` };
  }
}

/** Where bonds can be kept. None is no failure: a host may be one that keeps nothing. */
async function networkFiles({ files }: Machine): Promise<Check> {
  const read = [...(await readPrograms(files))].join(', ');
  const found = read === '' ? 'nothing here reads any that it knows; bonds live until the next reboot' : read;
  return { check: 'network files', ok: true, found };
}

function certificate(identity: Identity | undefined): Check {
  if (identity === undefined) {
    return { check: 'identity', ok: false, found: 'none; this host has to join with `bondctl-agent join`' };
  }
  return { check: 'identity', ok: true, found: `host ${hostOf(identity.current.certificatePem)}` };
}

/** One TLS handshake with our certificate; what is behind it is the uplink's business. */
function handshake({ hubUrl, caPem, current }: Identity): Promise<string | null> {
  const { hostname, port } = new URL(hubUrl);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 443),
      ca: caPem,
      key: current.keyPem,
      cert: current.certificatePem,
    });
    const done = (obstacle: string | null) => {
      socket.destroy();
      resolve(obstacle);
    };
    socket.setTimeout(timeoutMs, () => done('no answer in time'));
    socket.once('secureConnect', () => done(null));
    socket.once('error', (error: Error) => done(error.message));
  });
}

async function controller(identity: Identity): Promise<Check> {
  const obstacle = await handshake(identity);
  const found = obstacle === null ? identity.hubUrl : `${identity.hubUrl} cannot be reached: ${obstacle}`;
  return { check: 'controller', ok: obstacle === null, found };
}

async function checks(machine: Machine, config: string): Promise<readonly Check[]> {
  const { stateDir } = await readConfig(machine.files, config);
  const identity = await loadIdentity(machine.files, stateDir);
  const asked = await Promise.all([
    driver(machine),
    ...programs.map((one) => program(machine, one)),
    stateFolder(machine, stateDir),
    networkFiles(machine),
    ...(identity === undefined ? [] : [controller(identity)]),
  ]);
  return [...asked, certificate(identity)];
}

/** Carries out `doctor`. */
export async function run(args: readonly string[]): Promise<Finished> {
  const { values } = readArguments('doctor', args, {
    config: { type: 'string', default: configPath },
    output: { type: 'string', default: 'table' },
  });
  const found = await checks(openMachine(), values.config);
  const rows = found.map(({ check, ok, found: what }) => [check, ok ? 'ok' : 'MISSING', what]);
  const text =
    values.output === 'json' ? JSON.stringify(found, null, 2) : table(['CHECK', '', 'FOUND'], rows);
  return { text, exitCode: found.every((one) => one.ok) ? 0 : 1 };
}
