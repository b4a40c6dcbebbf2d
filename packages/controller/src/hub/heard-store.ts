import type { Fact } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import type { HeardRow } from '../store/ports.ts';

/** Where what hosts told is kept, together with how far they were heard. */
export interface HeardStore {
  load(): Promise<readonly HeardRow[]>;
  /** Both are kept, or neither. */
  save(actor: string, facts: readonly Fact[], heard: HeardRow): Promise<unknown>;
  forget(host: HostId): Promise<void>;
}
