/** Link tests as people ask for them, and everything that was kept of them. */
import assert from 'node:assert/strict';
import type { TestView } from '@bondctl/proto/model/view';
import type { Cluster } from './cluster.ts';

/** Tests the link `drbd` to its end; both the exit code and the stored test. */
export async function tested(
  bondctl: Cluster['bondctl'],
  options: readonly string[],
  timeoutMs = 120_000,
): Promise<{ readonly code: number | null; readonly view: TestView }> {
  const { code, stdout, stderr } = await bondctl(['test', 'drbd', ...options, '--output', 'json'], timeoutMs);
  assert.notEqual(stdout, '', stderr);
  return { code, view: JSON.parse(stdout) as TestView };
}
