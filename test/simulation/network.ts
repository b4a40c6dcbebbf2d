import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { CommandId, HostId } from '@bondctl/proto/model/names';
import type { MessageOf } from '@bondctl/proto/model/session';
import type { Chance } from './chance.ts';
import type { Time } from './time.ts';

/** What agents and controller say to each other here. */
export type Message =
  | MessageOf<'command'>
  | { readonly kind: 'outcome'; readonly id: CommandId; readonly outcome: CommandOutcome }
  /** The controller has the outcome. */
  | { readonly kind: 'acknowledged'; readonly id: CommandId };

/** What goes wrong with the next message to or from a host. */
export type Mishap =
  | { readonly kind: 'lost' | 'duplicated' }
  | { readonly kind: 'delayed'; readonly byMs: number };

type Direction = 'toHost' | 'toController';

/** Who hears messages at the end of a direction, and who is told that the way is free again. */
export interface Ear {
  hear(host: HostId, message: Message): void;
  connected(host: HostId): void;
}

/**
 * The network between controller and agents. It is worse than TCP: messages overtake each other, come twice, or never.
 * A lost one is sent again when the way is free again after it was cut, as a new session would, or never.
 */
export interface Network {
  /** Who is there now; null: nobody hears. */
  agents: Map<HostId, Ear>;
  controller: Ear | null;
  send(direction: Direction, host: HostId, message: Message): void;
  isCut(host: HostId): boolean;
  /** Both ends are there and nothing is cut. */
  isConnected(host: HostId): boolean;
  /** Cuts the way to these hosts; a second cut of the same way is another one. */
  cut(hosts: readonly HostId[]): void;
  mend(hosts: readonly HostId[]): void;
  mishap(host: HostId, mishap: Mishap): void;
  /** Somebody came up, or a cut was mended: after a moment both ends go on where they were. */
  reconnect(host: HostId): void;
}

/** Told of what really happened to messages. */
export type OnMishap = (host: HostId, what: Mishap['kind'] | 'reordered', message: Message) => void;

const wayMs = [1, 40] as const;
const reconnectMs = [50, 2500] as const;

/** A network on which nothing is cut. */
export function createNetwork(time: Time, chance: Chance, onMishap: OnMishap): Network {
  const cuts = new Map<HostId, number>();
  const mishaps = new Map<HostId, Mishap[]>();
  const sent = new Map<string, number>();
  const heard = new Map<string, number>();

  const deliver = (direction: Direction, host: HostId, message: Message, number: number) => {
    const ear = direction === 'toHost' ? network.agents.get(host) : network.controller;
    if (network.isCut(host) || ear === undefined || ear === null) return;
    const way = `${direction} ${host}`;
    if (number < (heard.get(way) ?? 0)) onMishap(host, 'reordered', message);
    heard.set(way, Math.max(heard.get(way) ?? 0, number));
    ear.hear(host, message);
  };
  const network: Network = {
    agents: new Map(),
    controller: null,
    send(direction, host, message) {
      if (network.isCut(host)) return;
      const way = `${direction} ${host}`;
      const number = (sent.get(way) ?? 0) + 1;
      sent.set(way, number);
      const mishap = mishaps.get(host)?.shift();
      if (mishap !== undefined) onMishap(host, mishap.kind, message);
      if (mishap?.kind === 'lost') return;
      const lateMs = mishap?.kind === 'delayed' ? mishap.byMs : 0;
      const times = mishap?.kind === 'duplicated' ? 2 : 1;
      for (let copy = 0; copy < times; copy++)
        time.after(chance.between(...wayMs) + lateMs + copy * chance.between(0, 5000), () =>
          deliver(direction, host, message, number),
        );
    },
    isCut: (host) => (cuts.get(host) ?? 0) > 0,
    isConnected: (host) => !network.isCut(host) && network.controller !== null && network.agents.has(host),
    cut(hosts) {
      for (const host of hosts) cuts.set(host, (cuts.get(host) ?? 0) + 1);
    },
    mend(hosts) {
      for (const host of hosts) {
        cuts.set(host, Math.max((cuts.get(host) ?? 0) - 1, 0));
        if (!network.isCut(host)) network.reconnect(host);
      }
    },
    mishap: (host, mishap) => void mishaps.set(host, [...(mishaps.get(host) ?? []), mishap]),
    reconnect(host) {
      time.after(chance.between(...reconnectMs), () => {
        if (!network.isConnected(host)) return;
        network.controller?.connected(host);
        network.agents.get(host)?.connected(host);
      });
    },
  };
  return network;
}
