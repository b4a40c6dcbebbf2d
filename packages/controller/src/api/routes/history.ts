import { historyView, seriesQuery, seriesView } from '@bondctl/proto/api/history';
import { BondctlError } from '@bondctl/proto/model/error';
import { parseHostId, parseIfName } from '@bondctl/proto/model/names';
import type { Result } from '@bondctl/proto/model/result';
import type * as z from 'zod';
import type { SeriesWish } from '../../history/ports.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';

const usualMs = 3_600_000;

/** Rates of ports over time, and what is kept of them. */
export function historyRoutes(api: Api, { history, nowUnixMs }: Parts): void {
  api.get(
    '/v1/series',
    { config: { access: 'read' }, schema: { querystring: seriesQuery, response: { 200: seriesView } } },
    ({ query }) => history.series(wishOf(query, nowUnixMs())),
  );

  api.get('/v1/history', { config: { access: 'read' }, schema: { response: { 200: historyView } } }, () =>
    history.view(),
  );
}

function wishOf({ host, bond, port, from, until }: z.infer<typeof seriesQuery>, nowMs: number): SeriesWish {
  const untilUnixMs = until ?? nowMs;
  const fromUnixMs = from ?? untilUnixMs - usualMs;
  if (fromUnixMs >= untilUnixMs)
    throw new BondctlError('bad-input', `"from" (${fromUnixMs}) is not before "until" (${untilUnixMs}).`);
  return {
    host: sure(parseHostId(host)),
    bond: bond === undefined ? null : sure(parseIfName(bond)),
    port: port === undefined ? null : sure(parseIfName(port)),
    fromUnixMs,
    untilUnixMs,
  };
}

function sure<T>(name: Result<T, string>): T {
  if (name.ok) return name.value;
  throw new BondctlError('bad-input', name.error);
}
