/** Link tests as people ask for them, and everything that was kept of them. */
import assert from 'node:assert/strict';
import type { TestView } from '@bondctl/proto/model/view';
import { usualAsk } from '../../fakes/fake-test.ts';
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

/** What is asked of a test besides the link. */
type Asked = Partial<Omit<Parameters<Cluster['client']['test']>[0], 'link'>>;

/** The same through the API. */
export const askedOf =
  (client: Cluster['client']) =>
  async (wish: Asked): Promise<TestView> => {
    for await (const line of client.test({ link: 'drbd', ...usualAsk, ...wish })) {
      if (line.type === 'end') return line.result;
      if (line.type === 'failed') assert.fail(line.problem.detail);
    }
    return assert.fail('the test has no last line');
  };
