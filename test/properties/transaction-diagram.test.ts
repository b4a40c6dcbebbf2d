import { expect, test } from 'vitest';
import { resume } from '../../packages/agent/src/transaction/resume.ts';
import { step } from '../../packages/agent/src/transaction/transaction.ts';
import { allEvents, allStates } from './transaction-events.ts';

/** The machine as Mermaid, printed by walking every phase and every event; dashed words: after the agent died. */
function diagram(): string {
  const arrows = new Map<string, Set<string>>();
  const draw = (from: string, to: string, word: string) => {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(word));
  };
  for (const state of allStates) {
    for (const event of allEvents) {
      const [next] = step(state, event);
      if (next.phase !== state.phase) draw(state.phase, next.phase, event.type);
    }
    const [resumed] = resume(state, true);
    if (resumed.phase !== state.phase) draw(state.phase, resumed.phase, 'agent died');
  }
  const lines = [...arrows].map(([arrow, words]) => `  ${arrow}: ${[...words].join(', ')}`);
  return ['stateDiagram-v2', '  [*] --> idle', ...lines, ''].join('\n');
}

test('the diagram of a transaction is what the machine does', async () => {
  await expect(diagram()).toMatchFileSnapshot('../../docs/diagrams/transaction.mmd');
});
