import { whyQuery, whyView as whyShape } from '@bondctl/proto/api/why';
import { BondctlError } from '@bondctl/proto/model/error';
import type { PlanView } from '@bondctl/proto/model/view';
import { whyView } from '../../record/why.ts';
import { type About, aboutOf, type WhySight } from '../../record/why-sight.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { clusterStatus, newestRollouts } from '../sight.ts';

const factsOfHost = 200;

/** Why a host or a link is as it is. */
export function whyRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/why',
    { config: { access: 'read' }, schema: { querystring: whyQuery, response: { 200: whyShape } } },
    async ({ query }) => {
      const status = await clusterStatus(parts);
      const about = aboutOf(query.subject, status);
      if (!about.ok) throw new BondctlError('not-found', about.error);
      return whyView({ status, about: about.value, ...(await sightOf(parts, about.value)) });
    },
  );
}

async function sightOf(parts: Parts, { hosts }: About): Promise<Omit<WhySight, 'status' | 'about'>> {
  const accepted = await parts.store.rollouts.latestRevision();
  const facts = hosts.map(({ host }) => parts.recorder.list({ host, limit: factsOfHost, newestFirst: true }));
  const reports = hosts.flatMap(({ host }) => {
    const report = parts.agents.report(host);
    return report === undefined ? [] : [[host, report] as const];
  });
  return {
    accepted,
    reports: new Map(reports),
    plan: accepted === undefined ? null : await planned(parts, accepted),
    rollouts: await newestRollouts(parts),
    events: (await Promise.all(facts)).flat().toSorted((a, b) => b.id - a.id),
  };
}

/** The plan of the accepted spec as the hosts are now, or the sentence that says why there is none. */
async function planned(
  { changes }: Parts,
  { revision, text }: { readonly revision: number; readonly text: string },
): Promise<PlanView | string> {
  try {
    return await changes.plan({ file: `revision ${revision}`, text });
  } catch (thrown) {
    const error = BondctlError.from(thrown);
    if (error.code === 'internal') throw error;
    return error.message;
  }
}
