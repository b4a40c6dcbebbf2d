/** A finished test as a row of the demo. Pure. */
import type { PortShare } from '@bondctl/proto/model/linktest';
import type { TestView } from '@bondctl/proto/model/view';

/** One row, exactly as out/demo.json has it. The iperf3 documents are whole. */
export interface Row {
  readonly mode: string;
  readonly mtu: number;
  readonly streams: number;
  readonly receivedBps: number;
  readonly retransmits: number;
  /** The sending host's ports. */
  readonly ports: readonly PortShare[];
  readonly percentOfConfiguration: number;
  readonly percentOfHardware: number;
  readonly iperf3: { readonly client: ClientDocument; readonly server: unknown };
}

/** What the demo reads in iperf3's document. */
export interface ClientDocument {
  readonly end: { readonly sum_received: { readonly bytes: number; readonly bits_per_second: number } };
}

/** The row of a test. Throws when the test has no figures: then there is nothing to show. */
export function rowOf({ result, judgement }: TestView): Row {
  const { run, documents, parameters, mode, mtu, ports } = result;
  const { percentOfConfiguration, percentOfHardware } = judgement;
  if (run === null || !run.ok)
    throw new Error(`nothing was measured: ${run?.message ?? 'the path is broken'}`);
  if (documents.client === null || documents.server === null)
    throw new Error('an iperf3 document is missing');
  if (percentOfConfiguration === null || percentOfHardware === null)
    throw new Error('the line rate is unknown');
  if (run.figures.retransmits === null) throw new Error('iperf3 did not count retransmissions');
  return {
    mode,
    mtu,
    streams: parameters.streams,
    receivedBps: run.figures.receivedBps,
    retransmits: run.figures.retransmits,
    ports: ports.sender,
    percentOfConfiguration,
    percentOfHardware,
    iperf3: {
      client: JSON.parse(documents.client.document) as ClientDocument,
      server: JSON.parse(documents.server.document) as unknown,
    },
  };
}

/** Bytes that left through all ports. */
export const sentBytes = (row: Row): number => row.ports.reduce((sum, port) => sum + port.txBytes, 0);

/** The largest share of the sent bytes that one port carried, in percent, and its name. */
export function busiestPort(row: Row): { readonly name: string; readonly percent: number } {
  const [busiest] = row.ports.toSorted((a, b) => b.txBytes - a.txBytes);
  return {
    name: busiest?.name ?? 'no port',
    percent: (100 * (busiest?.txBytes ?? 0)) / Math.max(1, sentBytes(row)),
  };
}
