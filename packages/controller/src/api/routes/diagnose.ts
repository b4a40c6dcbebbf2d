import { diagnoseQuery, diagnosisView } from '@bondctl/proto/api/diagnose';
import { BondctlError } from '@bondctl/proto/model/error';
import { diagnose } from '../../findings/diagnose.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { hostSights } from '../sight.ts';

/** What is wrong, as far as it shows without traffic. Nobody is asked anything: hosts have reported. */
export function diagnoseRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/diagnose',
    { config: { access: 'read' }, schema: { querystring: diagnoseQuery, response: { 200: diagnosisView } } },
    async ({ query }) => {
      const spec = (await parts.store.rollouts.latestRevision())?.spec;
      const hosts = await hostSights(parts);
      const found = diagnose({ atUnixMs: parts.nowUnixMs(), hosts, spec }, query.about);
      if (found.ok) return found.value;
      throw new BondctlError('not-found', found.error);
    },
  );
}
