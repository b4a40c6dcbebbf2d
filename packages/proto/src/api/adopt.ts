import * as z from 'zod';
import type { AdoptedBond, AdoptRemark, AdoptView, ProposedLink } from '../model/adopt.ts';
import type { BondName, End, HostId } from '../model/names.ts';
import { list, named, type Shape } from './shape.ts';

const text = z.string();
const mostHosts = 10_000;

/** Which hosts; null: all. Whether bonds that LACP says nothing of are probed for links. */
export const adoptRequest = z.strictObject({
  hosts: z.array(text.min(1).max(63)).min(1).max(mostHosts).nullable(),
  probe: z.boolean(),
});

const remark: Shape<AdoptRemark> = z.object({ at: text, sentence: text });

const bond: Shape<AdoptedBond> = z.object({
  host: named<HostId>(),
  bond: named<BondName>(),
  isWritten: z.boolean(),
  remarks: list(remark),
});

const end: Shape<End> = z.object({ host: named<HostId>(), bond: named<BondName>() });

const link: Shape<ProposedLink> = z.object({
  name: text,
  medium: z.enum(['direct', 'switched']),
  ends: list(z.tuple([end, end]) as unknown as Shape<readonly [End, End]>),
  remarks: list(text),
});

/** The spec that describes what is there now. */
export const adoptView: Shape<AdoptView> = z.object({
  text,
  bonds: list(bond),
  links: list(link),
  notes: list(text),
  unreached: list(named<HostId>()),
});
