import { setTimeout as sleep } from 'node:timers/promises';
import type { IfName } from '@bondctl/proto/model/names';
import { createChance } from '../simulation/chance.ts';
import type { FleetMember } from './fleet.ts';
import { type Mood, nextStrike, type Strike } from './story.ts';

const flapMs = 1_000;
const bond = 'bond0' as IfName;

/** Lets things happen to a fleet until `signal` aborts; `say` hears of each. A host is in one trouble at a time. */
export async function tellStory(
  members: readonly FleetMember[],
  { seed, mood }: { readonly seed: number; readonly mood: Mood },
  signal: AbortSignal,
  say: (sentence: string) => void,
): Promise<void> {
  const chance = createChance(seed, 'story');
  const inTrouble = new Set<number>();
  while (!signal.aborted) {
    const strike = nextStrike(chance, members.length, mood);
    await waited(strike.afterMs, signal);
    const member = members[strike.host];
    if (signal.aborted || member === undefined || inTrouble.has(strike.host)) continue;
    inTrouble.add(strike.host);
    say(`${member.host}: ${strike.trouble} for ${strike.lastsMs / 1000} s`);
    void acts[strike.trouble](member, strike, signal)
      .catch((thrown: unknown) => say(`${member.host}: ${String(thrown)}`))
      .finally(() => inTrouble.delete(strike.host));
  }
}

/** The end of the story ends every wait. */
const waited = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

type Act = (member: FleetMember, strike: Strike, signal: AbortSignal) => Promise<void>;

/** Something is so for a while. */
const during =
  (begin: (member: FleetMember) => void, end: (member: FleetMember) => void): Act =>
  async (member, { lastsMs }, signal) => {
    begin(member);
    member.agent.wake();
    await waited(lastsMs, signal);
    end(member);
    member.agent.wake();
  };

const plug =
  (isIn: boolean, ...ports: readonly string[]) =>
  ({ machine }: FleetMember): void => {
    for (const port of ports) machine.plug(port, isIn);
  };

const partner =
  (isUsual: boolean) =>
  ({ machine }: FleetMember): void => {
    machine.usualPartner = isUsual;
  };

/** Somebody writes another monitoring interval into the kernel by hand. */
const monitor =
  (from: string, to: string) =>
  ({ machine }: FleetMember): void =>
    machine.kernel.take({ do: 'setOption', bond, option: 'miimon', from, to });

const acts: Readonly<Record<Strike['trouble'], Act>> = {
  portDown: during(plug(false, 'eth2'), plug(true, 'eth2')),
  allPortsDown: during(plug(false, 'eth1', 'eth2'), plug(true, 'eth1', 'eth2')),
  partnerChanged: during(partner(false), partner(true)),
  drift: during(monitor('100', '250'), monitor('250', '100')),
  async flapping(member, { lastsMs }, signal) {
    for (let leftMs = lastsMs; leftMs > 0 && !signal.aborted; leftMs -= 2 * flapMs)
      await during(plug(false, 'eth1'), plug(true, 'eth1'))(
        member,
        { lastsMs: flapMs } as Strike,
        signal,
      ).then(() => waited(flapMs, signal));
  },
  async hostLost({ agent }, { lastsMs }, signal) {
    await agent.hangUp();
    await waited(lastsMs, signal);
    if (!signal.aborted) agent.dial();
  },
};
