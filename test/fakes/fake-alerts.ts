import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Presence } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { BondView, DriftView, HostView, LinkView } from '@bondctl/proto/model/view';
import {
  type AlertEffect,
  type AlertInput,
  begin,
  openAlerts,
} from '../../packages/controller/src/alerts/state.ts';
import { createStep } from '../../packages/controller/src/alerts/step.ts';
import type { AlertSight } from '../../packages/controller/src/alerts/subjects.ts';
import { type Thresholds, usualThresholds } from '../../packages/controller/src/alerts/thresholds.ts';
import { name } from './fake-report.ts';

/** A bond with two ports, of which these are down. */
export function bondView(down: readonly string[] = [], over: Partial<BondView> = {}): BondView {
  const ports = ['eth2', 'eth3'].map((one) => ({
    name: name(one),
    up: !down.includes(one),
    miiStatus: down.includes(one) ? 'down' : 'up',
    speedMbps: 1000,
    duplex: 'full' as const,
    linkFailureCount: 0,
    lacp: null,
  }));
  const isDown = down.length === 2;
  return {
    name: name('sync0'),
    mode: 'balance-rr',
    mtu: 1500,
    health: isDown ? 'down' : down.length > 0 ? 'degraded' : 'ok',
    sentence: isDown ? 'no port of the bond is up' : '',
    activePort: null,
    addresses: [],
    ports,
    lacp: null,
    kept: null,
    ...over,
  };
}

/** How one host of the world stands. */
export interface Standing {
  readonly presence?: Presence;
  readonly bonds?: readonly BondView[];
  readonly drift?: readonly DriftView[];
}

const hostView = (
  host: string,
  { presence = 'connected', bonds = [bondView()], drift = [] }: Standing,
): HostView => ({
  host: host as HostId,
  presence,
  lastSeenUnixMs: 1,
  enrolledUnixMs: 1,
  agentVersion: '0.1.0',
  kernel: '6.1.0',
  iperf3Version: null,
  health: 'ok',
  bonds,
  transaction: null,
  unknownLines: [],
  drift,
});

/** The links `drbd` (alpha and beta) unless others are named, as pairs of `host/bond`. */
export function sightOf(
  hosts: Readonly<Record<string, Standing>>,
  links: Readonly<Record<string, readonly [string, string]>> = { drbd: ['alpha/sync0', 'beta/sync0'] },
): AlertSight {
  const views = Object.entries(hosts).map(([host, standing]) => hostView(host, standing));
  const endOf = (end: string) => {
    const [host = '', bond = ''] = end.split('/');
    const view = views.find((one) => one.host === host);
    return {
      host: host as HostId,
      name: name(bond),
      presence: view?.presence ?? 'unknown',
      bond: view?.bonds.find((one) => one.name === bond) ?? null,
    } as const;
  };
  return {
    hosts: views,
    links: Object.entries(links).map(([link, [a, b]]) => ({
      name: link as LinkView['name'],
      medium: 'direct',
      health: 'ok',
      ends: [endOf(a), endOf(b)],
      disagreements: [],
      lastTest: null,
    })),
  };
}

/** Both hosts of `drbd`, each well where nothing is said of it. */
export const pairSight = (alpha: Standing = {}, beta: Standing = {}): AlertSight => sightOf({ alpha, beta });

/** The machine of alerts in a world whose clock only the test moves. */
export function alertWorld(thresholds: Thresholds = usualThresholds) {
  const step = createStep(thresholds);
  let state = begin('world123', 0);
  let nowUnixMs = 1_000_000_000;
  let id = 0;
  const log: AlertEffect[] = [];
  const give = (input: AlertInput): readonly string[] => {
    const [next, effects] = step(state, input, nowUnixMs);
    state = next;
    log.push(...effects);
    return effects.flatMap(said);
  };
  return {
    log,
    state: () => state,
    open: () => openAlerts(state),
    nowUnixMs: () => nowUnixMs,
    /** Looks at once; what was raised, ended and told, in words. */
    look: (sight: AlertSight) => give({ type: 'looked', sight }),
    /** Looks every 2 s for so long; what was raised, ended and told. */
    during(seconds: number, sight: AlertSight): readonly string[] {
      const words: string[] = [];
      for (let at = 0; at < seconds; at += 2) {
        nowUnixMs += 2_000;
        words.push(...give({ type: 'looked', sight }));
      }
      return words;
    },
    pass: (seconds: number) => {
      nowUnixMs += seconds * 1_000;
    },
    hear(fact: Fact) {
      id += 1;
      const event: RecordedEvent = { id, atUnixMs: nowUnixMs, actor: 'agent:alpha', fact };
      return give({ type: 'heard', event });
    },
    give,
  };
}

/** `raised bondDown drbd`, `told raised drbd`, `ended bondDown drbd` */
function said(effect: AlertEffect): readonly string[] {
  if (effect.do === 'tell') return [`told ${effect.told} ${effect.alert.subject}`];
  if (effect.do === 'close') return [];
  const { fact } = effect;
  if (fact.type === 'alertRaised') return [`raised ${fact.rule} ${fact.subject}`];
  return fact.type === 'alertEnded' ? [`ended ${fact.rule} ${fact.subject}`] : [fact.type];
}

const unexplained = { happenedUnixMs: null, errorMs: null, cause: null } as const;

/** The kernel counted failures of a port. */
export const failuresOf = (port: string, before: number, after: number, host = 'alpha'): Fact => ({
  ...{ type: 'linkEventSeen', host: host as HostId, bond: 'sync0', port: name(port), what: 'link failures' },
  ...{ before: String(before), after: String(after), ...unexplained },
});

/** The LACP partner of alpha's bond changed. */
export const partnerOf = (before: string, after: string): Fact => ({
  ...{
    type: 'linkEventSeen',
    host: 'alpha' as HostId,
    bond: 'sync0',
    port: null,
    what: 'partner',
    before,
    after,
    ...unexplained,
  },
});
