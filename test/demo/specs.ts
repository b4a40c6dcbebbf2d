/** What the post's author did by hand, one configuration after the other, as specs. */

/** One row of the demo to be. `postBps` is what the post measured on two cables of 1 Gbit/s. */
export interface Candidate {
  readonly mode: '802.3ad' | 'balance-rr';
  readonly mtu: 1500 | 9000;
  readonly postBps: number;
}

/** The post's three configurations, in its order. */
export const candidates: readonly Candidate[] = [
  { mode: '802.3ad', mtu: 1500, postBps: 944e6 },
  { mode: 'balance-rr', mtu: 1500, postBps: 720e6 },
  { mode: 'balance-rr', mtu: 9000, postBps: 1.96e9 },
];

/** Line rate of each of the demo's two cables. */
export const cableBps = 200e6;
/** How many cables join alpha and beta. */
export const cables = 2;

/** The spec of a candidate, as people would write it. The proof of the change is the measurement. */
export const specOf = ({ mode, mtu }: Candidate): string => `version: 1
hosts:
  alpha: {}
  beta: {}
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: [eth1, eth2]
    mode: ${mode}
    options: { miimon: 100 }
    mtu: ${mtu}
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
links:
  drbd:
    ends: [alpha/sync0, beta/sync0]
    medium: direct
    lineRate: { rate: ${cableBps / 1e6}Mbit/s, framing: shaped }
    expect:
      throughput: { streams: 1, seconds: 10, atLeast: 85% }
      pathMtu: true
`;
