import { setTimeout as sleep } from 'node:timers/promises';
import type { HostId } from '@bondctl/proto/model/names';
import { type SimulatedAgent, simulateAgent } from './agent.ts';
import { type Member, membersOf } from './cluster.ts';
import { type Enrolled, enrolAll, hubUrlOn } from './enrolled.ts';
import { type SimulatedHost, simulateHost } from './simulated-host.ts';

/** One host of a running fleet. */
export interface FleetMember extends Member {
  readonly machine: SimulatedHost;
  readonly agent: SimulatedAgent;
}

/** Hosts that have joined; their agents dial when the controller is there. */
export interface Fleet {
  readonly members: readonly FleetMember[];
  /** Starts every agent, as many a second as the hub lets in; resolves when all are connected. */
  connect(progress: (connected: number) => void): Promise<void>;
  stop(): Promise<void>;
}

/** The hub lets in a hundred a second. */
const dialsPerTenth = 8;
const saidEvery = 200;
const connectMs = 180_000;
const countersEveryMs = 1_000;
const slices = 10;

/** Lets the hosts of a fleet join. The controller of the folder must not run yet. */
export const joinFleet = (stateFolder: string, hosts: number): Promise<readonly Enrolled[]> =>
  enrolAll(
    stateFolder,
    membersOf(hosts).map((member) => member.host),
  );

/** Makes the hosts and agents of a fleet whose controller listens on `hubPort`. */
export async function makeFleet(enrolled: readonly Enrolled[], hubPort: string): Promise<Fleet> {
  const wanted = membersOf(enrolled.length);
  const places = new Map(wanted.map(({ host }, at): [HostId, number] => [host, at]));
  const members: FleetMember[] = [];
  for (const [at, member] of wanted.entries()) {
    const { caPem, keyPem, certificatePem } = enrolled[at] as Enrolled;
    const peerAt = member.peer === null ? null : (places.get(member.peer) ?? null);
    const machine = simulateHost(member, at, peerAt);
    const current = { keyPem, certificatePem };
    const identity = { hubUrl: hubUrlOn(hubPort), caPem, current, candidate: null };
    members.push({ ...member, machine, agent: await simulateAgent(member, machine, identity) });
  }
  return running(members);
}

function running(members: readonly FleetMember[]): Fleet {
  const ending = new AbortController();
  let counting: NodeJS.Timeout | undefined;
  return {
    members,
    async connect(progress) {
      for (const [at, { agent }] of members.entries()) {
        await agent.start();
        if (at % dialsPerTenth === dialsPerTenth - 1) await sleep(100);
        if (ending.signal.aborted) return;
        if (at % saidEvery === saidEvery - 1) progress(members.filter((one) => one.agent.connected()).length);
      }
      await allConnected(members, progress, ending.signal);
      counting = sendCounters(members);
    },
    async stop() {
      ending.abort();
      clearInterval(counting);
      await Promise.all(members.map(({ agent }) => agent.stop()));
    },
  };
}

async function allConnected(
  members: readonly FleetMember[],
  progress: (connected: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const untilMs = performance.now() + connectMs;
  for (;;) {
    const connected = members.filter(({ agent }) => agent.connected()).length;
    progress(connected);
    if (connected === members.length || signal.aborted) return;
    if (performance.now() > untilMs)
      throw new Error(
        `Only ${connected} of ${members.length} agents were connected after ${connectMs / 1000} s.`,
      );
    await sleep(500);
  }
}

/** A slice of the hosts at a time, so that a second's counters do not come at once. */
function sendCounters(members: readonly FleetMember[]): NodeJS.Timeout {
  let turn = 0;
  return setInterval(() => {
    turn = (turn + 1) % slices;
    for (const [at, { agent }] of members.entries())
      if (at % slices === turn) agent.sendCounters(countersEveryMs);
  }, countersEveryMs / slices);
}
