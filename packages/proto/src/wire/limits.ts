/** The numbers of PROTOCOL.md sections 2, 7 and 10 that both ends hold to. */
export const limits = {
  frameBytes: 262_144,
  inflatedBytes: 8 * 1024 * 1024,
  /** An outcome or report larger than this travels deflated. */
  plainBytes: 128 * 1024,
  /** An iperf3 document larger than this after deflation is left out and described. */
  documentBytes: 192 * 1024,
  fragments: 16,
  bufferedChunks: 1024,
  eventsPerFrame: 100,
  /** Ports in one Counters. */
  countedPorts: 256,
  /** Waiting to be sent on a connection, in bytes and ms; above `calmBytes` live messages are dropped. */
  sendBytes: 4 * 1024 * 1024,
  sendMs: 10_000,
  calmBytes: 256 * 1024,
  helloMs: 10_000,
  /** A numbered frame is acknowledged by a heartbeat when no other frame took the acknowledgement along within this. */
  ackDelayMs: 50,
  /** Silence longer than this many heartbeats ends a connection. */
  silentHeartbeats: 2.5,
} as const;

/** The subprotocol's name: the major version is part of it. */
export const subprotocol = 'bondctl.agent.v1';

/** Where agents dial on the controller. */
export const agentPath = '/v1/agent';

/** The minor versions this code speaks; `counters` is the first that knows Counters. */
export const protocols = { min: 1, max: 2, counters: 2 } as const;

/** TLS exporter labels of the two proofs of possession. */
export const exporterLabels = { enrol: 'EXPORTER-bondctl-enrol', renew: 'EXPORTER-bondctl-renew' } as const;

/** Bytes of exporter keying material in a proof. */
export const exporterBytes = 32;
