import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const specs = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test('every spec that the README shows is one', () => {
  expect(specs.length).toBeGreaterThan(0);
  for (const text of specs) expect(parseSpec(text, 'README.md')).toMatchObject({ ok: true });
});
