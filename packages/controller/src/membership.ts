import { BondctlError } from '@bondctl/proto/model/error';
import type { Membership } from './api/ports.ts';
import { createToken } from './ca/token.ts';
import type { Hub } from './hub/hub-parts.ts';
import type { Agents } from './hub/ports.ts';
import { joinCommand } from './join-command.ts';
import type { Recorder } from './record/recorder.ts';
import type { IdentityStore } from './store/ports.ts';

/** What membership is made of. */
export interface MembershipParts {
  readonly identity: IdentityStore;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly hub: Pick<Hub, 'revoke'>;
  readonly nowUnixMs: () => number;
  /** SHA-256 of the CA's key, by which a server knows that it joins the right controller. */
  readonly pin: string;
  readonly enrolUrl: () => string;
}

/** Who may come and who must go; both leave a fact with its actor. */
export function createMembership(parts: MembershipParts): Membership {
  return {
    async createToken(actor, wish) {
      const { token, row } = await createToken(parts.identity, wish, parts.nowUnixMs());
      await parts.recorder.record(actor, { type: 'tokenCreated', tokenId: row.id });
      return {
        id: row.id,
        token,
        host: row.host,
        expiresUnixMs: row.expiresUnixMs,
        uses: row.usesLeft,
        command: joinCommand(parts.enrolUrl(), token, parts.pin, row.host),
      };
    },
    async removeHost(actor, host) {
      const known = (await parts.identity.hosts()).some(
        (row) => row.host === host && row.removedUnixMs === null,
      );
      if (!known) throw new BondctlError('not-found', `There is no host called "${host}".`);
      await parts.hub.revoke(host);
      await parts.recorder.record(actor, { type: 'hostRemoved', host });
    },
  };
}

/** The agents, with a host that never joined told from one that is away: nobody waits for it. */
export function membersOnly(
  agents: Pick<Agents, 'ask' | 'report' | 'presence'>,
  identity: Pick<IdentityStore, 'hosts'>,
): Pick<Agents, 'ask' | 'report' | 'presence'> {
  return {
    report: (host) => agents.report(host),
    presence: (host) => agents.presence(host),
    async ask(host, id, order, timeoutMs) {
      const rows = await identity.hosts();
      if (rows.some((row) => row.host === host && row.removedUnixMs === null))
        return agents.ask(host, id, order, timeoutMs);
      throw new BondctlError(
        'unreachable',
        `${host} has not joined; "bondctl token create --host ${host}" prints the command to type there.`,
      );
    },
  };
}
