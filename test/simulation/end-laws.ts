import type { HostId, TxId } from '@bondctl/proto/model/names';
import type { TxPhase } from '@bondctl/proto/model/transaction';
import { replay } from '../../packages/agent/src/transaction/journal-lines.ts';
import { stateDir } from './agent.ts';
import type { LawParts, Record } from './law.ts';
import type { Machine } from './machine.ts';
import { hostsIn, pairOf } from './stored.ts';

/** The phases in which a transaction waits for something to happen. */
const open: ReadonlySet<TxPhase> = new Set<TxPhase>([
  'snapshotting',
  'arming',
  'prepared',
  'applying',
  'verifying',
  'awaitingConfirm',
  'rollingBack',
]);

/** How each transaction of a host stands by its journals; `damaged` where one does not hold. */
function phasesOf({ disk }: Machine): ReadonlyMap<TxId, TxPhase | 'damaged'> {
  return new Map(
    disk
      .paths(`${stateDir}/transactions`)
      .filter((path) => path.endsWith('.jsonl'))
      .map((path) => {
        const read = replay(disk.textOf(path) ?? '');
        const tx = path.slice(path.lastIndexOf('/') + 1, -'.jsonl'.length) as TxId;
        return [tx, read.ok ? (read.value.entries.at(-1)?.state.phase ?? 'idle') : 'damaged'];
      }),
  );
}

/** What must be so when everything has come to rest. */
export function endLaws(parts: LawParts, record: Record): void {
  const phases = new Map([...parts.machines].map(([id, machine]) => [id, phasesOf(machine)]));
  for (const [id, machine] of parts.machines) checkHost(parts, record, machine, phases.get(id) ?? new Map());
  const txs = new Set([...record.shares.values()].map(({ tx }) => tx));
  for (const tx of txs) checkSet(parts, record, tx, (host) => phases.get(host)?.get(tx));
}

function checkHost(
  { violated }: LawParts,
  { looks }: Record,
  { id, network }: Machine,
  phases: ReadonlyMap<TxId, TxPhase | 'damaged'>,
): void {
  for (const [tx, phase] of phases)
    if (phase === 'damaged' || open.has(phase))
      violated({ law: 'closed', sentence: `${id}: ${tx} is ${phase}` });
  const wanted = looks.get(id);
  if (wanted === null || wanted === network.print()) return;
  violated({
    law: 'before',
    sentence: `${id} shall look like\n${wanted}\nand looks like\n${network.print()}`,
  });
}

/** `idle` is what a transaction becomes when it is forgotten, which only one that was kept is. */
const isKept = (phase: TxPhase | 'damaged' | undefined): boolean => phase === 'committed' || phase === 'idle';

function checkSet(
  { violated, memory }: LawParts,
  record: Record,
  tx: TxId,
  phaseOf: (host: HostId) => TxPhase | 'damaged' | undefined,
): void {
  const pair = pairOf(memory.rows.values(), tx);
  if (pair === undefined) return;
  const hosts = hostsIn(pair.change) as readonly HostId[];
  const kept = hosts.filter(
    (host) => isKept(phaseOf(host)) && record.shares.get(`${host} ${tx}`)?.phases.has('committed'),
  );
  const isSaid = memory.facts.some((fact) => fact.type === 'personNeeded' && fact.tx === tx);
  const others = hosts.filter((host) => !kept.includes(host));
  if (kept.length > 0 && others.length > 0 && !isSaid)
    violated({
      law: 'split',
      sentence: `${kept.join()} kept ${tx} and ${others.join()} did not; the controller says ${pair.phase}`,
    });
  const broken =
    pair.phase === 'done' ? others : pair.phase === 'rolledBack' || pair.phase === 'undone' ? kept : [];
  if (broken.length > 0)
    violated({ law: 'told', sentence: `${tx} is ${pair.phase}, but on ${broken.join()} it is not so` });
}
