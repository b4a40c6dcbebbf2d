import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { offloadNames, sysctlNames, tuningNames, tunings } from './tuning.ts';

const page = readFileSync(new URL('../../../../docs/tuning.md', import.meta.url), 'utf8');
const whose = { host: 'the host', bond: 'the bond', ports: 'its ports' } as const;

test.each(tuningNames)('docs/tuning.md says whose %s is and what it takes', (name) => {
  const { scope, value } = tunings[name];
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  expect(row).toContain(`| ${whose[scope]}`);
  expect(row).toContain(value.kind === 'integer' ? `| ${value.min} to ${value.max} |` : '| `on`, `off` |');
});

test('a setting is of the host or of a device', () => {
  expect(new Set([...sysctlNames, ...offloadNames])).toEqual(new Set(tuningNames));
});
