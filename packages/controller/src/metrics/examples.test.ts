import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dashboard, dashboardQueries } from '../../../../test/promtool/dashboard.ts';
import { servedDefinitions } from '../../../../test/promtool/served.ts';
import { root } from '../../../../test/run/places.ts';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const textAt = (path: string): string => readFileSync(join(root, path), 'utf8');

const alerts: readonly Alert[] = (
  parse(textAt('examples/prometheus/alerts.yaml')) as { groups: readonly { rules: readonly Alert[] }[] }
).groups.flatMap(({ rules }) => rules);

/** Names of the alerts that examples/prometheus/alerts.test.yaml looks at, and whether it sees them fire. */
const alertCases = (
  parse(textAt('examples/prometheus/alerts.test.yaml')) as {
    tests: readonly { alert_rule_test: readonly { alertname: string; exp_alerts: readonly unknown[] }[] }[];
  }
).tests.flatMap((one) =>
  one.alert_rule_test.map(({ alertname, exp_alerts }) => ({ alertname, fires: exp_alerts.length > 0 })),
);

const served = new Map(servedDefinitions.map(({ name, labels }) => [name, labels]));

/** Metrics that a text names. */
const namedIn = (text: string): readonly string[] => text.match(/\b(bondctl|node)_[a-z0-9_]+/g) ?? [];

/** The one that is not ours: node_exporter says how old a file with metrics is. */
const foreign = ['node_textfile_mtime_seconds'];

const strange = (texts: readonly string[]): readonly string[] =>
  texts.flatMap(namedIn).filter((name) => !served.has(name) && !foreign.includes(name));

describe('the alerts', () => {
  test('name only metrics that are served', () => {
    expect(strange(alerts.map(({ expr }) => expr))).toEqual([]);
    expect(strange(['sum(bondctl_bond_gone) > bondctl_bond_up'])).toEqual(['bondctl_bond_gone']);
  });

  test('speak only of labels that their metrics have', () => {
    const wrong = alerts.flatMap(({ alert, expr, annotations }) => {
      // Prometheus itself gives every series the label that says where it was read.
      const has = new Set(['instance', ...namedIn(expr).flatMap((name) => served.get(name) ?? [])]);
      const words = Object.values(annotations)
        .join(' ')
        .matchAll(/\$labels\.([a-z_]+)/g);
      return [...words].flatMap(([, label = '']) => (has.has(label) ? [] : [`${alert}: ${label}`]));
    });
    expect(wrong).toEqual([]);
  });

  test('are each seen to fire, and to keep silent', () => {
    const names = alerts.map(({ alert }) => alert);
    const fire = new Set(alertCases.filter(({ fires }) => fires).map(({ alertname }) => alertname));
    const silent = new Set(alertCases.filter(({ fires }) => !fires).map(({ alertname }) => alertname));
    expect(names.filter((name) => !fire.has(name))).toEqual([]);
    expect(names.filter((name) => !silent.has(name))).toEqual([]);
  });

  test('do not fire at a moment: each waits, or looks at a window', () => {
    const hasty = alerts.filter((one) => one.for === undefined && !/\[\d+m\]/.test(one.expr));
    expect(hasty.map(({ alert }) => alert)).toEqual([]);
  });

  test('say how bad it is, what it is, and what to do', () => {
    for (const { labels, annotations } of alerts) {
      expect(['critical', 'warning', 'info']).toContain(labels['severity']);
      expect(Object.keys(annotations)).toEqual(['summary', 'description']);
    }
  });
});

describe('the dashboard', () => {
  test('names only metrics that are served', () => {
    const variables = dashboard.templating.list.map(({ definition = '' }) => definition);
    expect(strange([...dashboardQueries, ...variables])).toEqual([]);
    expect(dashboardQueries.length).toBeGreaterThan(15);
  });

  test('has a title and an id of its own for each panel, and no panel over another', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
