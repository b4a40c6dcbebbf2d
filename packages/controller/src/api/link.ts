import { BondctlError } from '@bondctl/proto/model/error';
import type { Link } from '@bondctl/proto/model/spec';
import type { Parts } from './ports.ts';

/** A link of the accepted spec by its name. Throws BondctlError `not-found`, with the names there are. */
export async function linkOf({ store }: Parts, name: string): Promise<Link> {
  const revision = await store.rollouts.latestRevision();
  const links = revision?.spec.links ?? [];
  const link = links.find((one) => one.name === name);
  if (link !== undefined) return link;
  const there =
    links.length === 0
      ? 'no spec with links was applied yet'
      : `there are ${links.map((one) => one.name).join(', ')}`;
  throw new BondctlError('not-found', `There is no link called "${name}"; ${there}.`);
}
