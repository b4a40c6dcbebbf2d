import type { IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { createFiles } from './files.ts';
import { createHostWriter } from './host-writer.ts';

const device = 'bond0' as IfName;
const cidr = '10.9.0.1/24';

/** A writer whose every program fails with these words. */
const failing = (stderr: string) =>
  createHostWriter({
    commands: { run: async () => ({ ending: { kind: 'code', code: 2 }, stdout: '', stderr }) },
    files: createFiles({ reached: () => undefined }),
    sysfs: { write: async () => undefined },
  });

test('an address that is gone already is as the step wants it', async () => {
  const gone = failing('RTNETLINK answers: Cannot assign requested address\n');
  await gone.perform('step', { do: 'removeAddress', device, cidr });
  await expect(gone.perform('step', { do: 'addAddress', device, cidr })).rejects.toThrow('Adding');
});

test('an address that cannot be removed for another reason is a failed step', async () => {
  const refused = failing('RTNETLINK answers: Operation not permitted\n');
  await expect(refused.perform('step', { do: 'removeAddress', device, cidr })).rejects.toThrow('Removing');
});
