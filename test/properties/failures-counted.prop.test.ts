// A kernel that counts, an agent that looks, dies and forgets, a controller that restarts: every failure is told once.
import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clipped,
  greeted,
  linkEventFact,
  withEvents,
  withReport,
} from '../../packages/controller/src/hub/events.ts';
import type { Counted } from '../../packages/controller/src/hub/heard.ts';
import type { HeardRow } from '../../packages/controller/src/store/ports.ts';
import { report } from '../e2e/hub-world.ts';

const host = 'alpha' as HostId;
const ports = ['eth1', 'eth2'] as const;
type Port = (typeof ports)[number];

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('fail' as const), port: fc.constantFrom(...ports) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'look' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'report' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('session' as const), handed: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'agentDies' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reboot' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'controllerDies' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('overflow' as const), lost: fc.nat(4) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** One host with its agent, and the controller's record of it. */
class Scene {
  failed: Record<Port, number> = { eth1: 0, eth2: 0 };
  total = 0;
  boot = 1;
  epoch = 1;
  sequence = 0;
  seen: Record<Port, number> = { ...this.failed };
  ring: LinkEvent[] = [];
  gap: { from: number; to: number; reason: string } | null = null;
  told: HostReport = this.#report();
  heard: HeardRow | undefined;
  waiting: Counted | undefined;
  readonly facts: Fact[] = [];

  #report(): HostReport {
    const bonds = [
      { name: 'sync0', ports: ports.map((name) => ({ name, linkFailureCount: this.seen[name] })) },
    ] as unknown as HostReport['bonds'];
    return { ...report('6'), bootId: `b${this.boot}`, bonds, lastEvent: this.sequence };
  }

  look(): void {
    for (const port of ports) {
      const [before, after] = [this.seen[port], this.failed[port]];
      if (before === after) continue;
      this.sequence += 1;
      const common = { atUnixMs: 0, atMonotonicMs: 0, bond: 'sync0', cause: null };
      const event = { ...common, port, what: 'link failures', before: `${before}`, after: `${after}` };
      this.ring.push({ ...event, sequence: this.sequence } as LinkEvent);
    }
    this.seen = { ...this.failed };
  }

  fail(port: Port): void {
    this.failed[port] += 1;
    this.total += 1;
  }

  agentDies(): void {
    this.epoch += 1;
    this.sequence = 0;
    this.ring = [];
    this.gap = null;
    this.seen = { ...this.failed };
    this.told = this.#report();
  }

  reboot(): void {
    this.boot += 1;
    this.failed = { eth1: 0, eth2: 0 };
    this.agentDies();
  }

  report(): void {
    this.look();
    this.told = this.#report();
  }

  overflow(lost: number): void {
    const gone = this.ring.splice(0, lost);
    const [first, last] = [gone[0], gone.at(-1)];
    if (first === undefined || last === undefined) return;
    // The newest is never dropped: what overflows is what came before it.
    if (this.ring.length === 0) this.ring.push(gone.pop() as LinkEvent);
    const to = gone.at(-1)?.sequence;
    if (to === undefined) return;
    this.gap = { from: this.gap?.from ?? first.sequence, to, reason: 'full' };
  }

  /** A session in which the agent hands over its report and some of its events, again and again where nobody acknowledges. */
  session(handed: number): void {
    const { seen, fact } = greeted(this.heard, host, `E${this.epoch}`);
    this.heard = seen;
    this.waiting = undefined;
    if (fact !== undefined) this.facts.push(fact);
    this.#take(withReport(this.heard, this.waiting, this.told));
    if (this.gap !== null) {
      const { seen: after } = clipped(this.heard, this.gap);
      this.heard = after;
    }
    const sent = this.ring.slice(0, handed);
    const factOf = (event: LinkEvent) => linkEventFact(host, event, { happenedUnixMs: null, errorMs: null });
    if (sent.length > 0) this.#take(withEvents(this.heard, this.waiting, sent, factOf));
    // Half of the time the acknowledgement is lost, and the same events come again.
    if (handed % 2 === 0) {
      this.ring = this.ring.slice(handed);
      this.gap = null;
    }
  }

  #take({ heard, facts, waiting }: ReturnType<typeof withReport>): void {
    this.heard = heard;
    this.waiting = waiting;
    this.facts.push(...facts);
  }

  controllerDies(): void {
    this.waiting = undefined;
  }

  counted(): number {
    return this.facts.reduce((sum, fact) => {
      if (fact.type === 'failuresUnseen') return sum + fact.failures;
      return fact.type === 'linkEventSeen' ? sum + Number(fact.after) - Number(fact.before) : sum;
    }, 0);
  }
}

function play(scene: Scene, one: Act): void {
  if (one.do === 'fail') scene.fail(one.port);
  else if (one.do === 'session') scene.session(one.handed);
  else if (one.do === 'overflow') scene.overflow(one.lost);
  else scene[one.do]();
}

/** What a reboot takes with it before anybody saw it, nobody can count: such worlds say so, and count no more than there was. */
const losesCounters = (acts: readonly Act[]): boolean => acts.some((one) => one.do === 'reboot');

test('events and gaps together are what the kernel counted, never more', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const scene = new Scene();
      scene.session(0);
      for (const one of acts) {
        play(scene, one);
        expect(scene.counted()).toBeLessThanOrEqual(scene.total);
      }
      scene.report();
      scene.session(1000);
      if (losesCounters(acts)) expect(scene.counted()).toBeLessThanOrEqual(scene.total);
      else expect(scene.counted()).toBe(scene.total);
      const known = Object.fromEntries(scene.heard?.failures.map((one) => [one.port, one.failures]) ?? []);
      expect(known).toEqual(scene.failed);
    }),
    { numRuns: 1000 },
  );
});
