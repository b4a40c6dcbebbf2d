import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyRequest } from 'fastify';

/** Who asks for a change, for the record. */
export function actorOf({ caller }: FastifyRequest): string {
  if (caller.actor !== null) return caller.actor;
  throw new BondctlError('internal', 'A change was let in without a name for the record.');
}
