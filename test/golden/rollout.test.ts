import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { traceOf, type World } from './worlds.ts';

const cases = new URL('rollout/', import.meta.url);
const names = readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** A case is a folder: `world.json` says what goes wrong, `cluster.yaml` what is applied (or the spec of the post). */
test.each(names)('%s', async (name) => {
  const world = JSON.parse(readFileSync(new URL(`${name}/world.json`, cases), 'utf8')) as World;
  const own = new URL(`${name}/cluster.yaml`, cases);
  const text = readFileSync(
    existsSync(own) ? own : new URL('../../examples/two-hosts-direct.yaml', import.meta.url),
    'utf8',
  );
  await expect(await traceOf(text, world)).toMatchFileSnapshot(`rollout/${name}/trace.txt`);
});
