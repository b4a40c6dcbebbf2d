/** A pair with LACP and small packets, as its accepted spec has it: where every sweep begins, and must end. */
import assert from 'node:assert/strict';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { processesWith } from '@bondctl/lab/inside/processes';
import { eventuallyHolds } from '@bondctl/lab/inside/wait';
import type { Cluster } from './cluster.ts';
import { differences, pictures } from './pair.ts';
import { pairSpec, specFile } from './specs.ts';

/** The options of the pair's bond, as `ip link add` takes them. */
export const lacp = 'mode 802.3ad miimon 100 lacp_rate fast xmit_hash_policy layer3+4';

/** Applies the spec and takes both pictures once the hosts are quiet. */
export async function beginning(bondctl: Cluster['bondctl']): Promise<readonly Picture[]> {
  const options = '{ miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }';
  const file = specFile('sweep', pairSpec({ mode: '802.3ad', options }));
  const { code, stdout, stderr } = await bondctl(['apply', '--yes', '-f', file]);
  assert.equal(code, 0, stdout + stderr);
  return pictures();
}

/** Resolves when both hosts compare whole with before, and nothing of a test runs. */
export const asBefore = (was: readonly Picture[]): Promise<void> =>
  eventuallyHolds(
    async () => {
      assert.deepEqual(differences(was, await pictures()), [[], []]);
      assert.deepEqual(processesWith('iperf3 -'), []);
    },
    { timeoutMs: 120_000, everyMs: 500 },
  );
