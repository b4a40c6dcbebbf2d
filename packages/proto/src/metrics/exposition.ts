import { Counter, Gauge, Registry } from 'prom-client';
import type { Family } from './family.ts';

/** What an HTTP client is told that the text is. */
export const metricsContentType: string = Registry.PROMETHEUS_CONTENT_TYPE;

/** Families in the text format of Prometheus. The registry lives for one scrape: a series that ended leaves nothing. */
export function metricsText(families: readonly Family[]): Promise<string> {
  const registry = new Registry();
  for (const family of families) if (family.samples.length > 0) put(family, registry);
  return registry.metrics();
}

function put({ name, type, help, labels: labelNames, samples }: Family, registry: Registry): void {
  const configuration = { name, help, labelNames, registers: [registry] };
  if (type === 'counter') {
    const metric = new Counter(configuration);
    for (const { labels, value } of samples) metric.inc(labels, value);
  } else {
    const metric = new Gauge(configuration);
    for (const { labels, value } of samples) metric.set(labels, value);
  }
}
