import { isDeepStrictEqual } from 'node:util';
import type { LinkEvent, Live } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { MessageOf, Received } from '@bondctl/proto/model/session';
import { exporterLabels } from '@bondctl/proto/wire/limits';
import type { HeardRow, IdentityStore } from '../store/ports.ts';
import type { AgentSession } from './agent-session.ts';
import type { Asks } from './asks.ts';
import type { HubClock } from './clock.ts';
import { clipped, type Intake, linkEventFact, withEvents, withReport } from './events.ts';
import type { Counted } from './heard.ts';
import type { HeardStore } from './heard-store.ts';
import { happened } from './host-clock.ts';
import type { HubLog } from './log.ts';

/** Who signs certificates; undefined when the proof does not hold. */
export interface Signer {
  sign(
    host: HostId,
    request: { readonly publicKey: Uint8Array; readonly proof: Uint8Array },
    keyingMaterial: Uint8Array,
    token: string,
  ): Promise<
    { readonly certificatePem: string; readonly serial: string; readonly notAfterUnixMs: number } | undefined
  >;
}

/** Where the messages of agents go. */
export interface DeliveriesParts {
  readonly asks: Asks;
  readonly clock: HubClock;
  /** How far each host was heard, and where that is kept. */
  readonly heard: Map<HostId, HeardRow>;
  readonly heardStore: HeardStore;
  /** Counters of reports whose events are still to come. */
  readonly waiting: Map<HostId, Counted>;
  readonly reports: Map<HostId, HostReport>;
  readonly signer: Signer;
  readonly identityStore: Pick<IdentityStore, 'addCertificate'>;
  readonly log: HubLog;
  readonly tellReport: (host: HostId, report: HostReport) => void;
  readonly tellEvents: (host: HostId, events: readonly LinkEvent[]) => void;
  readonly tellLive: (host: HostId, live: Live) => void;
}

/** Keeps what was taken in, and only then goes on from there. */
async function keep(parts: DeliveriesParts, before: HeardRow, intake: Intake): Promise<void> {
  const { heard, facts, waiting } = intake;
  if (facts.length > 0 || !isDeepStrictEqual(heard, before))
    await parts.heardStore.save(`agent:${heard.host}`, facts, heard);
  parts.heard.set(heard.host, heard);
  if (waiting === undefined) parts.waiting.delete(heard.host);
  else parts.waiting.set(heard.host, waiting);
}

async function linkEvents(
  parts: DeliveriesParts,
  session: AgentSession,
  body: MessageOf<'linkEvents'>,
): Promise<void> {
  const { host } = session.peer;
  const heard = parts.heard.get(host);
  if (heard === undefined) return;
  const now = { monotonicMs: parts.clock.monotonicMs(), unixMs: parts.clock.unixMs() };
  const factOf = (event: LinkEvent) => linkEventFact(host, event, happened(session.hostClock(), event, now));
  const intake = withEvents(heard, parts.waiting.get(host), body.events, factOf);
  await keep(parts, heard, intake);
  const fresh = body.events.filter(({ sequence }) => sequence > heard.event);
  if (fresh.length > 0) parts.tellEvents(host, fresh);
}

async function gap(parts: DeliveriesParts, host: HostId, body: MessageOf<'gap'>): Promise<void> {
  const heard = parts.heard.get(host);
  if (heard === undefined) return;
  const rest = clipped(heard, body);
  const facts: readonly Fact[] = rest.gap === undefined ? [] : [{ type: 'eventsLost', host, ...rest.gap }];
  await keep(parts, heard, { heard: rest.seen, facts, waiting: parts.waiting.get(host) });
}

async function state(parts: DeliveriesParts, host: HostId, report: HostReport): Promise<void> {
  parts.reports.set(host, report);
  parts.tellReport(host, report);
  const heard = parts.heard.get(host);
  if (heard !== undefined) await keep(parts, heard, withReport(heard, parts.waiting.get(host), report));
}

async function certRequest(
  parts: DeliveriesParts,
  session: AgentSession,
  body: MessageOf<'certRequest'>,
): Promise<void> {
  const { host } = session.peer;
  const material = session.peer.keyingMaterial(exporterLabels.renew);
  const issued = await parts.signer.sign(host, body, material, '');
  if (issued === undefined) {
    session.end('unexpected', 'the proof of the new key does not hold');
    return;
  }
  const { serial, notAfterUnixMs, certificatePem } = issued;
  await parts.identityStore.addCertificate({ serial, host, notAfterUnixMs, revoked: false });
  session.send({ kind: 'certOffer', certificatePem });
}

/** What each message of an agent does. The promise resolves when that is durable. */
export function createDeliveries(parts: DeliveriesParts) {
  return async (session: AgentSession, body: Received): Promise<void> => {
    const { host } = session.peer;
    switch (body.kind) {
      case 'outcome':
        parts.asks.answered(host, body.id, body.outcome);
        break;
      case 'unreadableOutcome':
        parts.log.warn({ host, id: body.id }, body.message);
        parts.asks.failed(host, body.id, `${host} answered with what cannot be read here: ${body.message}`);
        break;
      case 'state':
        return await state(parts, host, body.report);
      case 'linkEvents':
        return await linkEvents(parts, session, body);
      case 'gap':
        return await gap(parts, host, body);
      case 'certRequest':
        return await certRequest(parts, session, body);
      case 'progress':
      case 'samples':
      case 'counters':
        parts.tellLive(host, body);
        break;
      case 'goodbye':
        parts.log.info({ host, closing: body.closing }, `the agent said goodbye: ${body.message}`);
        break;
      case 'accepted':
      case 'heartbeat':
      case 'hello':
      case 'welcome':
      case 'refuse':
      case 'command':
      case 'unreadableCommand':
      case 'certOffer':
        break;
      default:
        body satisfies never;
    }
  };
}
