import { metricsContentType, metricsText } from '@bondctl/proto/metrics/exposition';
import { processNow } from '@bondctl/proto/metrics/process-now';
import { metricFamilies } from '../../metrics/families.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { clusterStatus, hostSights } from '../sight.ts';

/** What Prometheus reads; its path is the one that every scraper expects. */
export function metricsRoutes(api: Api, parts: Parts): void {
  api.get('/metrics', { config: { access: 'read' } }, async (_request, reply) => {
    const families = metricFamilies({
      version: parts.about.version,
      process: processNow(),
      history: await parts.history.view(),
      hosts: await hostSights(parts),
      status: await clusterStatus(parts),
      alerts: parts.alerts.counts(),
    });
    return reply.header('content-type', metricsContentType).send(await metricsText(families));
  });
}
