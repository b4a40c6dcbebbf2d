// Pages that are made of code. `node_modules/.bin/vitest run test/house/pages.test.ts -u` writes them anew.
import { join } from 'node:path';
import { errorCodes, errorMeanings, exitCodes } from '@bondctl/proto/model/error';
import { expect, test } from 'vitest';
import { statuses } from '../../packages/controller/src/api/errors.ts';
import { settings } from '../../packages/controller/src/config.ts';
import { root } from '../run/places.ts';

const made = (from: string): string =>
  `<!-- Made from ${from}; test/house/pages.test.ts holds it fresh. -->\n`;

function errorsPage(): string {
  const rows = errorCodes.map(
    (code) => `| \`${code}\` | ${exitCodes[code]} | ${statuses[code]} | ${errorMeanings[code]} |`,
  );
  return [
    made('packages/proto/src/model/error.ts and packages/controller/src/api/errors.ts'),
    '# Errors',
    '',
    'Every failure of the three programs has one of these codes and one sentence that says what to do next. The exit code is',
    "that of the process; the status is that of the controller's API, which answers problem details (RFC 9457) with `code`,",
    '`detail`, every mistake of a spec and every refusal of a host. Exit code 0 is "done" or "nothing to do".',
    '',
    '| code | exit | status | what it means, and what helps |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function controllerPage(): string {
  const rows = settings.map(
    ({ flag, variable, default: usual, why }) => `| \`${flag}\` | \`${variable}\` | ${usual} | ${why} |`,
  );
  return [
    made('packages/controller/src/config.ts'),
    '# Configuration of the controller',
    '',
    '`bondctl-controller serve` needs no configuration. What can be set is set on the command line or in the environment; the',
    'command line wins. One file may be written for it: [alerts.yaml](alerts.md), which says who is told when something breaks.',
    '',
    '```sh',
    'bondctl-controller serve --name controller.example',
    'bondctl-controller doctor',
    '```',
    '',
    '| option | variable | default | why |',
    '|---|---|---|---|',
    ...rows,
    '',
    'The state folder has mode 0750 and everything in it belongs to its owner alone, except the socket: its mode is 0660, and',
    'whoever may write to it may do everything. A client says which user it runs as, and that name stands in the record of',
    'events (`cli:ada`); Node cannot ask the kernel who is at the other end, so the record is honest only as far as the members',
    "of the socket's group are.",
    '',
  ].join('\n');
}

test('docs/errors.md is what the code says', async () => {
  await expect(errorsPage()).toMatchFileSnapshot(join(root, 'docs/errors.md'));
});

test('docs/configuration-controller.md is what the code says', async () => {
  await expect(controllerPage()).toMatchFileSnapshot(join(root, 'docs/configuration-controller.md'));
});
