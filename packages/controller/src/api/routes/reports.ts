import { dailyQuery, dailyView as dailyShape } from '@bondctl/proto/api/daily';
import { BondctlError } from '@bondctl/proto/model/error';
import { dailyView } from '../../record/daily.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { hostSights } from '../sight.ts';

/** More events of a kind than this in a day say nothing more than that there were many. */
const mostEvents = 50_000;

/** Reports that people read in the morning. */
export function reportRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/reports/daily',
    { config: { access: 'read' }, schema: { querystring: dailyQuery, response: { 200: dailyShape } } },
    async ({ query }) => {
      const sights = (await hostSights(parts)).filter(
        ({ host }) => query.host === undefined || host === query.host,
      );
      if (sights.length === 0 && query.host !== undefined)
        throw new BondctlError('not-found', `There is no host called "${query.host}"; see "bondctl hosts".`);
      const lists = (['linkEventSeen', 'failuresUnseen', 'eventsLost'] as const).map((type) =>
        parts.recorder.list({ type, limit: mostEvents, newestFirst: true }),
      );
      return dailyView(sights, (await Promise.all(lists)).flat(), parts.nowUnixMs());
    },
  );
}
