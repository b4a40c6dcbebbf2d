import type { LinkCause, LinkEvent, PortCounters } from '../model/command.ts';
import type { ClockAnswer, Closing, Message, MessageOf, RefuseCode } from '../model/session.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { limits } from '../wire/limits.ts';
import { bytes, type Field, flaw, nullable, optional, real, text, whole, word } from './field.ts';
import { portSample } from './linktest.ts';
import { commandId, hostId, ifName, testId, txId } from './names.ts';
import { list, nonEmptyList, record } from './record.ts';

/** The content of one kind of message. */
export type Content<K extends Message['kind']> = Omit<MessageOf<K>, 'kind'>;

const refuseCode = word<RefuseCode, bondctl.v1.RefuseCode>({
  version: 1,
  identity: 2,
  overload: 3,
  draining: 4,
});

const closing = word<Closing, bondctl.v1.Closing>({
  stopping: 1,
  draining: 2,
  overload: 3,
  superseded: 4,
  malformed: 5,
  sequence: 6,
  unexpected: 7,
  silent: 8,
  refused: 9,
  slow: 10,
  revoked: 11,
});

const linkCause = word<LinkCause, bondctl.v1.LinkCause>({
  carrier: 1,
  monitoring: 2,
  lacp: 3,
  ownChange: 4,
  bondChange: 5,
  setDown: 6,
});

const clockAnswer = record<ClockAnswer, bondctl.v1.ClockAnswer.$Properties>({
  askMs: real,
  heardMs: real,
  sentMs: real,
  sentUnixMs: whole(),
});

const linkEvent = record<LinkEvent, bondctl.v1.LinkEvent.$Properties>({
  sequence: whole(1),
  atUnixMs: whole(),
  atMonotonicMs: nullable(real),
  bond: ifName,
  port: nullable(ifName),
  what: text,
  before: text,
  after: text,
  cause: nullable(linkCause),
});

const portCounters = record<PortCounters, bondctl.v1.PortCounters.$Properties>({
  bond: ifName,
  port: ifName,
  txBytes: whole(),
  rxBytes: whole(),
  txPackets: whole(),
  rxPackets: whole(),
  errors: whole(),
  drops: whole(),
});

/** Accepts only what `complaint` has nothing to say against, after `field` accepted it. */
const checked = <M, W>(field: Field<M, W>, complaint: (model: M) => string | undefined): Field<M, W> => ({
  write(model, place) {
    const words = complaint(model);
    return words === undefined ? field.write(model, place) : flaw(place, words);
  },
  read(wire, place) {
    const result = field.read(wire, place);
    const words = result.ok ? complaint(result.value) : undefined;
    return words === undefined ? result : flaw(place, words);
  },
});

const growing = ({ events }: Content<'linkEvents'>): string | undefined =>
  events.every((event, at) => event.sequence === (events[0]?.sequence ?? 0) + at)
    ? undefined
    : 'has events whose sequences do not grow by one';

/** Every message that is one record, by its kind. Commands, outcomes and states have rules of their own. */
export const messages = {
  hello: record<Content<'hello'>, bondctl.v1.Hello.$Properties>({
    protocolMin: whole(),
    protocolMax: whole(),
    host: hostId,
    agentVersion: text,
    epoch: text,
    lastFence: whole(),
  }),
  welcome: record<Content<'welcome'>, bondctl.v1.Welcome.$Properties>({
    protocol: whole(),
    session: text,
    fence: whole(),
    heartbeatMs: whole(1),
    reconnectSpreadMs: whole(),
    askMs: optional(real),
  }),
  refuse: record<Content<'refuse'>, bondctl.v1.Refuse.$Properties>({
    code: refuseCode,
    retryAfterMs: whole(),
    message: text,
  }),
  heartbeat: record<Content<'heartbeat'>, bondctl.v1.Heartbeat.$Properties>({
    askMs: optional(real),
    clock: optional(clockAnswer),
  }),
  goodbye: record<Content<'goodbye'>, bondctl.v1.Goodbye.$Properties>({ closing, message: text }),
  accepted: record<Content<'accepted'>, bondctl.v1.Accepted.$Properties>({ id: commandId }),
  progress: record<Content<'progress'>, bondctl.v1.Progress.$Properties>({
    tx: txId,
    phase: text,
    step: whole(),
    steps: whole(),
    sentence: text,
  }),
  linkEvents: checked(
    record<Content<'linkEvents'>, bondctl.v1.LinkEvents.$Properties>({
      events: nonEmptyList(linkEvent, limits.eventsPerFrame),
    }),
    growing,
  ),
  gap: checked(
    record<Content<'gap'>, bondctl.v1.Gap.$Properties>({ from: whole(1), to: whole(1), reason: text }),
    ({ from, to }) => (from <= to ? undefined : `is from ${from} to ${to}, which is backwards`),
  ),
  samples: record<Content<'samples'>, bondctl.v1.Samples.$Properties>({
    test: testId,
    samples: list(portSample),
  }),
  counters: record<Content<'counters'>, bondctl.v1.Counters.$Properties>({
    atMs: real,
    ports: list(portCounters, limits.countedPorts),
  }),
  certRequest: record<Content<'certRequest'>, bondctl.v1.CertRequest.$Properties>({
    publicKey: bytes,
    proof: bytes,
  }),
  certOffer: record<Content<'certOffer'>, bondctl.v1.CertOffer.$Properties>({ certificatePem: text }),
};
