import { hostParams, hostsAnswer, removedAnswer } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import { hostView } from '../../record/host-view.ts';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { hostSights } from '../sight.ts';

/** The hosts of the cluster. */
export function hostRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/hosts',
    { config: { access: 'read' }, schema: { response: { 200: hostsAnswer } } },
    async () => ({
      hosts: (await hostSights(parts)).map((one) => hostView(one, null)),
    }),
  );

  api.delete(
    '/v1/hosts/:host',
    { config: { access: 'change' }, schema: { params: hostParams, response: { 200: removedAnswer } } },
    async (request) => {
      const hosts = (await hostSights(parts)).map((one) => one.host);
      const host = hosts.find((one) => one === request.params.host);
      if (host === undefined) throw noHost(request.params.host, hosts);
      await parts.membership.removeHost(actorOf(request), host);
      return { host, removed: true as const };
    },
  );
}

function noHost(name: string, hosts: readonly string[]): BondctlError {
  const there = hosts.length === 0 ? 'no host has joined yet' : `there are ${hosts.join(', ')}`;
  return new BondctlError('not-found', `There is no host called "${name}"; ${there}.`);
}
