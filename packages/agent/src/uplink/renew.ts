import { BondctlError } from '@bondctl/proto/model/error';
import { exporterLabels } from '@bondctl/proto/wire/limits';
import type { Clock, Files } from '../kernel/ports.ts';
import {
  type Credentials,
  certifies,
  type Identity,
  makeKey,
  proveKey,
  publicKeyOf,
  saveIdentity,
  validity,
} from './identity.ts';
import type { Log } from './log.ts';
import type { Item } from './outbox.ts';

/** Which certificate the next dial shows, and when to ask for a new one. */
export interface Renewal {
  identity(): Identity;
  /** The candidate and the current certificate take turns until one is welcomed. */
  pick(): Credentials;
  /** A session was welcomed with what `pick` gave last. */
  welcomed(): Promise<void>;
  /** A request for a new certificate when one is due; undefined when not. */
  request(
    keyingMaterial: (label: string) => Uint8Array | undefined,
  ): Extract<Item, { kind: 'certRequest' }> | undefined;
  /** How long until it is worth asking `request` again, in ms. */
  lookAgainMs(): number;
  /** Keeps an offered certificate; true when it is for the key that was asked for. */
  offered(certificatePem: string): Promise<boolean>;
}

/** What renewal needs. `random` gives a number from 0 to 1. */
export interface RenewalParts {
  readonly files: Files;
  readonly stateDir: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** When to renew: a random moment between 50 and 66 % of the certificate's life, in Unix ms. */
export function renewalDueMs(certificatePem: string, random: number): number {
  const { fromMs, untilMs } = validity(certificatePem);
  return fromMs + (untilMs - fromMs) * (0.5 + 0.16 * random);
}

const retryMs = 60_000;
const minimumMs = 50;
const triesInALife = 20;

/** Candidate, proven by a session, then current: a certificate that does not work never costs the one that does. */
export function createRenewal(parts: RenewalParts, first: Identity): Renewal {
  const { clock } = parts;
  let identity = first;
  let picked: 'current' | 'candidate' = 'current';
  let dueMs = renewalDueMs(identity.current.certificatePem, parts.random());
  let askedKeyPem: string | undefined;

  const save = async (next: Identity): Promise<void> => {
    await saveIdentity(parts.files, parts.stateDir, next);
    identity = next;
  };

  async function settle(next: Identity): Promise<void> {
    try {
      await save(next);
    } catch (thrown) {
      parts.log.error(
        { err: BondctlError.from(thrown) },
        'cannot store the identity; trying again with the next session',
      );
    }
  }

  const lifeMs = () => {
    const { fromMs, untilMs } = validity(identity.current.certificatePem);
    return untilMs - fromMs;
  };

  return {
    identity: () => identity,
    pick() {
      picked = identity.candidate !== null && picked === 'current' ? 'candidate' : 'current';
      return picked === 'candidate' && identity.candidate !== null ? identity.candidate : identity.current;
    },
    async welcomed() {
      if (identity.candidate === null) return;
      const proven = picked === 'candidate';
      await settle({ ...identity, current: proven ? identity.candidate : identity.current, candidate: null });
      if (proven) dueMs = renewalDueMs(identity.current.certificatePem, parts.random());
      parts.log.info({ proven }, proven ? 'certificate renewed' : 'the renewed certificate was not welcomed');
    },
    request(keyingMaterial) {
      const material = clock.unixMs() < dueMs ? undefined : keyingMaterial(exporterLabels.renew);
      if (material === undefined) return undefined;
      dueMs = clock.unixMs() + Math.min(retryMs, lifeMs() / triesInALife);
      askedKeyPem = makeKey();
      const proof = proveKey(askedKeyPem, material, '');
      return { kind: 'certRequest', publicKey: publicKeyOf(askedKeyPem), proof };
    },
    lookAgainMs: () => Math.max(minimumMs, dueMs - clock.unixMs()),
    async offered(certificatePem) {
      if (askedKeyPem === undefined || !certifies(certificatePem, askedKeyPem)) return false;
      await save({ ...identity, candidate: { keyPem: askedKeyPem, certificatePem } });
      askedKeyPem = undefined;
      picked = 'current';
      return true;
    },
  };
}
