import { expect, test } from 'vitest';
import type { PairEvent } from '../../packages/controller/src/rollout/pair/state.ts';
import { changeOf, walk } from './pair-walk.ts';

const words = (event: PairEvent): string => {
  if (event.type === 'answered') return event.answer.phase;
  if (event.type === 'judged') return event.judgement.passed ? 'passed' : 'missed';
  return event.type;
};

/** The machine as a Mermaid state diagram, from the steps that it takes. */
function diagram(): string {
  const edges = new Map<string, Set<string>>();
  for (const { from, event, to } of walk(changeOf('two-hosts-direct.yaml'))) {
    if (from.phase === to.phase) continue;
    const edge = `${from.phase} --> ${to.phase}`;
    edges.set(edge, (edges.get(edge) ?? new Set()).add(words(event)));
  }
  const lines = [...edges]
    .map(([edge, labels]) => `  ${edge} : ${[...labels].toSorted().join(', ')}`)
    .toSorted();
  const rests = ['done', 'rolledBack', 'undone', 'needsPerson'].map((phase) => `  ${phase} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> queued', ...lines, ...rests, ''].join('\n');
}

test('docs/diagrams/pair.mmd shows the machine as it is', async () => {
  await expect(diagram()).toMatchFileSnapshot('../../docs/diagrams/pair.mmd');
});
