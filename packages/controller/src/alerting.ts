import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { type Alerts, createAlerts } from './alerts/alerts.ts';
import { runCommand } from './alerts/delivery/command.ts';
import { createSender } from './alerts/delivery/sender.ts';
import { postWebhook } from './alerts/delivery/webhook.ts';
import { parseAlerts } from './alerts/file/parse.ts';
import type { AlertSettings } from './alerts/routes.ts';
import { usualThresholds } from './alerts/thresholds.ts';
import type { Parts } from './api/ports.ts';
import { alertSight } from './api/sight.ts';
import type { Config } from './config.ts';
import { systemHubClock } from './hub/clock.ts';
import type { Store } from './store/ports.ts';

/** What is needed to raise alerts and to tell of them. */
export interface AlertingParts {
  readonly settings: AlertSettings;
  readonly sight: Pick<Parts, 'store' | 'agents' | 'nowUnixMs'>;
  readonly store: Store;
  readonly recorder: Parts['recorder'];
  readonly log: Logger;
}

const deadlineMs = 10_000;
const prefixLetters = 8;

/** Alerts as the file of the owner wants them. */
export async function openAlerts({ settings, sight, store, recorder, log }: AlertingParts): Promise<Alerts> {
  const { nowUnixMs } = sight;
  const { record, list, follow } = recorder;
  const sender = createSender({
    routes: settings.routes,
    store: store.alerts,
    record: (fact) => record('controller', fact),
    clock: { nowUnixMs, after: systemHubClock.after },
    send: (way, post) => (way.kind === 'webhook' ? postWebhook(way, post) : runCommand(way.argv, post)),
    random: Math.random,
    deadlineMs,
    log,
  });
  return createAlerts({
    settings,
    store,
    sender,
    events: { list },
    record,
    follow,
    nowUnixMs,
    sight: () => alertSight(sight),
    prefix: () => nanoid(prefixLetters),
    log,
  });
}

/** What the owner wrote; as usual, and told to nobody, where there is no file. Throws `bad-input` with every mistake of it. */
export async function readAlertSettings({ file, isNamed }: Config['alerts']): Promise<AlertSettings> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' && !isNamed) return null;
    throw new BondctlError(
      'bad-input',
      `${file} cannot be read (${codeOf(error)}); name another with --alerts.`,
      {
        cause: error,
      },
    );
  });
  if (text === null) return { thresholds: usualThresholds, routes: [] };
  const settings = parseAlerts(text, file, (name) => secretOf(resolve(dirname(file), name)));
  if (settings.ok) return settings.value;
  const mistakes = settings.error;
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  throw new BondctlError('bad-input', `${file} has ${count}; correct every line above.`, { mistakes });
}

/** Read while the file is parsed, so that a secret that is missing is a mistake with its place. */
function secretOf(file: string): Result<string, string> {
  try {
    return success(readFileSync(file, 'utf8'));
  } catch (error) {
    return failure(`${file} cannot be read (${codeOf(error)}); write the secret into it`);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
