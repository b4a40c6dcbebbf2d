/** The owner's word of a lab's host. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { host } from '@bondctl/lab/inside/host';

/** Writes agent.yaml with these budgets; an agent reads it when it starts. */
export function ownersWord(name: string, budgets: string): void {
  mkdirSync(host(name).path('/etc/bondctl'), { recursive: true });
  writeFileSync(host(name).path('/etc/bondctl/agent.yaml'), `budgets: { ${budgets} }\n`);
}
