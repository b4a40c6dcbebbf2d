import { fleetView, liveQuery, ratesOfHostsAtMost } from '@bondctl/proto/api/fleet';
import { BondctlError } from '@bondctl/proto/model/error';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import type { Api } from '../app.ts';
import { liveLines } from '../live.ts';
import type { Parts } from '../ports.ts';
import { sendLines } from '../stream.ts';

/** Everything there is, on one screen: now, and as it changes. */
export function fleetRoutes(api: Api, parts: Parts): void {
  api.get('/v1/fleet', { config: { access: 'read' }, schema: { response: { 200: fleetView } } }, () =>
    parts.fleet.view(),
  );

  api.get(
    '/v1/live',
    { config: { access: 'read' }, schema: { querystring: liveQuery } },
    ({ query }, reply) => {
      const wish = { events: query.events === 'yes', rates: hostsOf(query.rates ?? '') };
      return sendLines(reply, parts.stopping, (signal) => liveLines(parts, wish, signal));
    },
  );
}

function hostsOf(text: string): readonly HostId[] {
  const names = [...new Set(text.split(',').filter((name) => name !== ''))];
  if (names.length > ratesOfHostsAtMost)
    throw new BondctlError(
      'bad-input',
      `The rates of at most ${ratesOfHostsAtMost} hosts can be followed at once.`,
    );
  return names.map((name) => {
    const host = parseHostId(name);
    if (host.ok) return host.value;
    throw new BondctlError('bad-input', host.error);
  });
}
