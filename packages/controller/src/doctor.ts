import { access, constants, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import { readAlertSettings } from './alerting.ts';
import { endOf, readCertificate } from './api/over-tls/certificate-files.ts';
import type { Config, Listen, Web } from './config.ts';
import { databaseFile } from './state-folder.ts';
import { openStore } from './store/sql.ts';
import { defaultDriver, sqliteDialect } from './store/sqlite.ts';

interface Finding {
  readonly what: string;
  readonly held: 'ok' | 'warn' | 'fail';
  readonly sentence: string;
}

const leastFreeBytes = 256 * 1024 * 1024;

/** Prints what would keep the controller from working; the number is the exit code: 1 when something would. */
export async function doctor(config: Config): Promise<number> {
  const findings = [
    runtime(),
    await driver(),
    await folder(config),
    await space(config),
    await alertsFile(config),
    await port('--listen', config.listen),
    await port('--enrol-listen', config.enrolListen),
    ...(config.web === null
      ? []
      : [
          await port('--web-listen', config.web, config.web.asked ? 'fail' : 'warn'),
          ...ownCertificate(config.web),
        ]),
  ];
  const width = Math.max(...findings.map((one) => one.what.length));
  for (const one of findings)
    process.stdout.write(`${one.held.padEnd(4)}  ${one.what.padEnd(width)}  ${one.sentence}\n`);
  return findings.some((one) => one.held === 'fail') ? 1 : 0;
}

function ownCertificate({ files }: Web): Finding[] {
  if (files === null) return [];
  const what = '--web-cert';
  try {
    const until = endOf(readCertificate(files));
    const held = until > Date.now() ? 'ok' : 'fail';
    return [{ what, held, sentence: `${files.cert} is good until ${new Date(until).toISOString()}` }];
  } catch (error) {
    return [{ what, held: 'fail', sentence: BondctlError.from(error).message }];
  }
}

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 22) return { what: 'Node', held: 'ok', sentence: process.version };
  return {
    what: 'Node',
    held: 'warn',
    sentence: `${process.version} works, but gets no security fixes any more`,
  };
}

async function driver(): Promise<Finding> {
  try {
    const store = await openStore(await sqliteDialect(':memory:'));
    await store.close();
    return {
      what: 'SQLite',
      held: 'ok',
      sentence: `${defaultDriver()} opens a database and makes its tables`,
    };
  } catch (error) {
    return { what: 'SQLite', held: 'fail', sentence: BondctlError.from(error).message };
  }
}

async function folder({ stateFolder }: Config): Promise<Finding> {
  const what = 'state folder';
  const present = await nearest(stateFolder);
  const may = await access(present, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!may)
    return { what, held: 'fail', sentence: `${present} may not be written; choose another with --state-dir` };
  const made = await nearest(join(stateFolder, databaseFile));
  const sentence = made === present ? 'nothing is kept there yet' : 'a database is there';
  return { what, held: 'ok', sentence: `${stateFolder}: ${sentence}` };
}

async function space({ stateFolder }: Config): Promise<Finding> {
  const disk = await statfs(await nearest(stateFolder));
  const free = disk.bavail * disk.bsize;
  const sentence = `${Math.round(free / 1024 / 1024)} MiB are free`;
  if (free >= leastFreeBytes) return { what: 'disk', held: 'ok', sentence };
  return { what: 'disk', held: 'warn', sentence: `only ${sentence}; the record of events needs room` };
}

async function alertsFile({ alerts }: Config): Promise<Finding> {
  const what = 'alerts';
  try {
    const { routes } = await readAlertSettings(alerts);
    if (routes.length === 0) return { what, held: 'ok', sentence: 'are shown, and nobody is told' };
    return { what, held: 'ok', sentence: `are told to ${routes.map(({ target }) => target).join(', ')}` };
  } catch (error) {
    const { message, mistakes } = BondctlError.from(error);
    const [first] = mistakes;
    const where = first === undefined ? '' : ` Line ${first.line}: ${first.message}.`;
    return { what, held: 'fail', sentence: `${message}${where}` };
  }
}

/** The path itself, or the closest folder above it that is there. */
async function nearest(path: string): Promise<string> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  return there || path === dirname(path) ? path : nearest(dirname(path));
}

function port(
  flag: string,
  { host, port: number }: Listen,
  taken: 'fail' | 'warn' = 'fail',
): Promise<Finding> {
  const what = `${flag} ${host}:${number}`;
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) =>
      resolve({
        what,
        held: taken,
        sentence: `cannot be listened on (${String(error)}); is a controller running?`,
      }),
    );
    server.listen({ host, port: number }, () =>
      server.close(() => resolve({ what, held: 'ok', sentence: 'is free' })),
    );
  });
}
