// docs/metrics.md is made of code. `node_modules/.bin/vitest run test/house/metrics-page.test.ts -u` writes it anew.
import { join } from 'node:path';
import { alertRules } from '@bondctl/proto/model/alert';
import { txPhases } from '@bondctl/proto/model/transaction';
import { rolloutStates } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { type Served, servedDefinitions } from '../promtool/served.ts';
import { root } from '../run/places.ts';
import { textOf } from './tree.ts';

/** Labels beside those that name the subject, with how many words there are; any other has one at a time. */
const words: Readonly<Record<string, number>> = {
  rule: alertRules.length,
  outcome: 2,
  side: 2,
  health: 4,
  severity: 3,
  layer: 4,
  state: rolloutStates.length,
  phase: txPhases.length,
};

const subjects = [
  ['the cluster', []],
  ['a host', ['host']],
  ['a bond', ['host', 'bond']],
  ['a port', ['host', 'bond', 'port']],
  ['a link of the accepted spec', ['link']],
] as const;

const named = ['host', 'bond', 'port', 'link'];

const of = (labels: readonly string[]): readonly Served[] =>
  servedDefinitions.filter(
    (one) => one.labels.filter((label) => named.includes(label)).join() === labels.join(),
  );

const series = (metrics: readonly Served[], by: Served['by'][number]): number =>
  metrics
    .filter((one) => one.by.includes(by))
    .reduce((sum, { name, labels }) => sum + labels.reduce((n, label) => n * count(name, label), 1), 0);

/** A rule has one severity at a time, and an alert that is over is not counted. */
const ofAlerts: Readonly<Record<string, number>> = { severity: 1, state: 2 };

const count = (name: string, label: string): number =>
  (name === 'bondctl_alerts' ? ofAlerts[label] : undefined) ?? words[label] ?? 1;

function table(what: string, labels: readonly string[]): readonly string[] {
  const metrics = of(labels);
  const whose = labels.length === 0 ? '' : `, each with ${labels.map((one) => `\`${one}\``).join(', ')}`;
  const rows = metrics.map(({ name, type, help, labels: all, by }) => {
    const more = all.filter((label) => !named.includes(label)).map((label) => `\`${label}\``);
    return `| \`${name}\` | ${type} | ${more.join(', ')} | ${by.join(', ')} | ${help} |`;
  });
  return [
    `### Of ${what}`,
    '',
    `At most ${series(metrics, 'controller')} series of a controller and ${series(metrics, 'agent')} of an agent${whose}.`,
    '',
    '| metric | type | more labels | served by | what it says |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

const page = 'docs/metrics.md';
const mark = '<!-- Made from the tables of metrics; test/house/metrics-page.test.ts holds it fresh. -->\n';

/** What people wrote stays; what follows the mark is made. */
const written = textOf(page).split(mark)[0] ?? '';

test('docs/metrics.md lists what is served', async () => {
  expect(subjects.flatMap(([, labels]) => of(labels))).toHaveLength(servedDefinitions.length);
  const tables = subjects.flatMap(([what, labels]) => table(what, labels));
  await expect(`${[`${written}${mark}`, ...tables].join('\n').trimEnd()}\n`).toMatchFileSnapshot(
    join(root, page),
  );
});
