import { BondctlError } from '@bondctl/proto/model/error';
import type { Judgement } from '@bondctl/proto/model/linktest';
import type { Link } from '@bondctl/proto/model/spec';
import type { Prover } from '../../packages/controller/src/rollout/ports.ts';
import { judgementOf, resultOf } from '../fakes/fake-test.ts';
import type { Chance } from './chance.ts';
import type { Network } from './network.ts';
import type { Process } from './process.ts';
import type { Time } from './time.ts';

/** What comes of a proof: `hangs` takes longer than anybody waits. */
export type Ending = 'passes' | 'misses' | 'breaks' | 'hangs';

/** What a prover needs of the world. `passed` is told of every proof that held. */
export interface ProverParts {
  readonly process: Process;
  readonly time: Time;
  readonly chance: Chance;
  readonly network: Network;
  readonly ending: () => Ending;
  readonly passed: (link: Link, txs: readonly string[]) => void;
}

const testTakesMs = [1500, 18_000] as const;

/** A prover that takes its time, and cannot reach an end that is cut off. */
export function proverOf(parts: ProverParts): Prover {
  const { process, time, chance, network } = parts;
  return {
    async prove(link, { txs, timeoutMs }) {
      return await process.act(async () => {
        const ending = parts.ending();
        await time.sleep(ending === 'hangs' ? timeoutMs * 2 : chance.between(...testTakesMs));
        const gone = link.ends.find((end) => !network.isConnected(end.host));
        if (gone !== undefined) throw new BondctlError('failed', `${gone.host} is not connected.`);
        if (ending === 'breaks') throw new BondctlError('failed', 'iperf3 is not installed; install it.');
        if (ending !== 'misses') parts.passed(link, txs);
        return { result: resultOf(link), judgement: judged(ending !== 'misses') };
      });
    },
  };
}

const judged = (passed: boolean): Judgement => {
  const sentence = passed ? 'every frame passes both ways' : 'frames of 9000 bytes vanish';
  const held = passed ? 'yes' : 'no';
  return judgementOf(passed, { verdicts: [{ expectation: 'pathMtu', held, sentence }] });
};
