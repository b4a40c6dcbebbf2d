import { createHash } from 'node:crypto';
import type { CommandId, RolloutId, TxId } from '@bondctl/proto/model/names';
import { nanoid } from 'nanoid';
import type { Ids } from './ports.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Ids by chance, and those that must be the same after a restart by digest. */
export const createIds = (): Ids => ({
  tx: () => `tx_${nanoid()}` as TxId,
  rollout: () => `ro_${nanoid()}` as RolloutId,
  command: () => `cmd_${nanoid()}` as CommandId,
  commandFor: (tx, host, order, attempt) =>
    `cmd_${digest(`${tx}\n${host}\n${order}\n${attempt}`).slice(0, 32)}` as CommandId,
  digest,
});
