import { readFileSync } from 'node:fs';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../spec/parse.ts';
import { planChanges } from './changes.ts';
import { changeSetsOf, witnessesOf } from './plan.ts';

function specOf(edit: (text: string) => string): ClusterSpec {
  const text = readFileSync(new URL('../../../../examples/witnesses.yaml', import.meta.url), 'utf8');
  const parsed = parseSpec(edit(text), 'witnesses.yaml');
  if (!parsed.ok) throw new Error(parsed.error.map((one) => one.message).join('; '));
  return parsed.value;
}

/** The plan when these hosts have one step to take. */
function planOf(changing: readonly string[], step: PlanStep, edit = (text: string) => text) {
  const spec = specOf(edit);
  const planned: PlannedStep = { step, disruption: 'none', sentence: step.do, loses: [] };
  const answers = spec.hosts.map(({ id }) => ({
    host: id,
    kind: 'plan' as const,
    plan: { steps: changing.includes(id) ? [planned] : [], refusals: [], notes: [], basis: '' },
  }));
  return planChanges(spec, answers);
}

const bond = 'bond0' as PlanStep extends never ? never : Extract<PlanStep, { do: 'createBond' }>['bond'];
const option: PlanStep = { do: 'setOption', bond, option: 'lacp_rate', from: 'slow', to: 'fast' };
const mtu: PlanStep = { do: 'setMtu', device: bond, from: 1500, to: 9000 };

const shape = (plan: ReturnType<typeof planOf>) =>
  changeSetsOf(plan).map((set) => ({
    who: set.participants.map((one) => one.host).join('+'),
    over: set.links.map((link) => link.name.replace('storage.', '')).join(' '),
    witnesses: witnessesOf(set).join(' '),
  }));

describe('witnesses', () => {
  test('a host that changes alone is proven over as many as the mesh wants, and they do not change', () => {
    expect(shape(planOf(['h3'], option))).toEqual([{ who: 'h3', over: 'h1.h3 h2.h3', witnesses: 'h1 h2' }]);
  });

  test('they take turns', () => {
    expect(shape(planOf(['h1', 'h2', 'h3'], option)).map((one) => one.witnesses)).toEqual([
      'h2 h3',
      'h4 h5',
      'h1 h6',
    ]);
  });

  test('two that must agree are proven over the link between them too, and each over its own witnesses', () => {
    expect(shape(planOf(['h1', 'h2'], mtu))).toEqual([
      { who: 'h1+h2', over: 'h1.h2 h1.h3 h1.h4 h2.h3 h2.h4', witnesses: 'h3 h4' },
    ]);
  });

  test('without the word, every link of the mesh proves the change', () => {
    const all = planOf(['h3'], option, (text) => text.replace(', witnesses: 2', ''));
    expect(shape(all)).toEqual([
      { who: 'h3', over: 'h1.h3 h2.h3 h3.h4 h3.h5 h3.h6', witnesses: 'h1 h2 h4 h5 h6' },
    ]);
  });

  test('a mesh that is too small for them says so', () => {
    const plan = planOf(['h3'], option, (text) => text.replace('witnesses: 2', 'witnesses: 9'));
    expect(plan.remarks).toEqual(['storage wants 9 witnesses, and each of its hosts faces only 5']);
  });
});
