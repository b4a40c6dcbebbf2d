import type { LinkEvent, Live } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { MessageOf, Received } from '@bondctl/proto/model/session';
import { exporterLabels } from '@bondctl/proto/wire/limits';
import type { IdentityStore } from '../store/ports.ts';
import type { AgentSession } from './agent-session.ts';
import type { Asks } from './asks.ts';
import { clipped, fresh, linkEventFact, type Seen } from './events.ts';
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
  readonly seen: Map<HostId, Seen>;
  readonly reports: Map<HostId, HostReport>;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly signer: Signer;
  readonly identityStore: Pick<IdentityStore, 'addCertificate'>;
  readonly log: HubLog;
  readonly tellReport: (host: HostId, report: HostReport) => void;
  readonly tellEvents: (host: HostId, events: readonly LinkEvent[]) => void;
  readonly tellLive: (host: HostId, live: Live) => void;
}

async function linkEvents(
  parts: DeliveriesParts,
  host: HostId,
  body: MessageOf<'linkEvents'>,
): Promise<void> {
  const seen = parts.seen.get(host);
  if (seen === undefined) return;
  const unseen = fresh(seen, body.events);
  for (const event of unseen.events) await parts.record(`agent:${host}`, linkEventFact(host, event));
  parts.seen.set(host, unseen.seen);
  if (unseen.events.length > 0) parts.tellEvents(host, unseen.events);
}

async function gap(parts: DeliveriesParts, host: HostId, body: MessageOf<'gap'>): Promise<void> {
  const seen = parts.seen.get(host);
  if (seen === undefined) return;
  const rest = clipped(seen, body);
  if (rest.gap !== undefined) {
    const { from, to, reason } = rest.gap;
    await parts.record(`agent:${host}`, { type: 'eventsLost', host, from, to, reason });
  }
  parts.seen.set(host, rest.seen);
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
        parts.reports.set(host, body.report);
        parts.tellReport(host, body.report);
        break;
      case 'linkEvents':
        return await linkEvents(parts, host, body);
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
