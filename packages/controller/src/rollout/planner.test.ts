import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { HostReport } from '@bondctl/proto/model/host';
import type { CommandId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { bondReport } from '../../../../test/fakes/fake-report.ts';
import { parseSpec } from '../spec/parse.ts';
import { planCluster } from './planner.ts';

const planned: CommandOutcome = { kind: 'planned', plan: { steps: [], refusals: [], notes: [], basis: '' } };
const old = bondReport();
const fresh: HostReport = { ...old, state: { ...old.state, tuning: { sysctls: {}, offloads: [] } } };

/** What comes of a plan, and which hosts were asked, where agents report this. */
async function planOf(bond: string, report: HostReport | undefined) {
  const text = `version: 1\nhosts: { alpha: {} }\nbonds:\n  sync0: { hosts: [alpha], ${bond} }\n`;
  const spec = parseSpec(text, 'cluster.yaml');
  if (!spec.ok) throw new Error(spec.error.map((one) => one.message).join('; '));
  const asked: string[] = [];
  const agents = {
    ask: async (host: string) => {
      asked.push(host);
      return await Promise.resolve(planned);
    },
    report: () => report,
    presence: () => 'connected' as const,
  };
  const ids = { command: () => 'cmd_0000000000' as CommandId };
  const plan = await planCluster({ agents, ids } as unknown as Parameters<typeof planCluster>[0], spec.value);
  return { asked, refusals: plan.refusals.map((one) => `${one.subject}: ${one.message}`) };
}

const bare = 'ports: [eth2], mode: balance-rr';
const tuned = `${bare}, tuning: { tso: off }`;

test('an agent too old to know a tuning would take no notice of it, and is not asked', async () => {
  expect(await planOf(tuned, old)).toEqual({
    asked: [],
    refusals: ['sync0: its agent is too old to know "tuning"; upgrade it'],
  });
});

test.each([
  ['of a bond without a tuning', bare, old],
  ['that knows it', tuned, fresh],
  ['that has told nothing yet', tuned, undefined],
])('an agent %s is asked', async (_title, bond, report) => {
  expect(await planOf(bond, report)).toEqual({ asked: ['alpha'], refusals: [] });
});
