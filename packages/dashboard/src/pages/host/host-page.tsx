import type { FleetHost } from '@bondctl/proto/model/fleet';
import type { HostView } from '@bondctl/proto/model/view';
import { useRoute } from 'preact-iso';
import { FleetAwaited } from '../../parts/fleet-awaited.tsx';
import { HealthVerdict } from '../../parts/health-mark.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { RatesChart } from '../../parts/rates-chart.tsx';
import { RatesChoice, useRatesQuery } from '../../parts/rates-choice.tsx';
import { useResource } from '../../state/resource.ts';
import { useWorld } from '../../state/world.ts';
import { BondSection } from './bond-section.tsx';
import { DriftSection } from './drift-section.tsx';
import { HostEvents } from './host-events.tsx';
import { HostFacts } from './host-facts.tsx';
import { HostLinks } from './host-links.tsx';

const againMs = 15_000;

/** One host: who it is, its bonds and ports, what departed from what was confirmed, and what is in hand. */
export function HostPage() {
  const name = useRoute().params['host'] ?? '';
  const fleet = useWorld().live.fleet.value;
  const row = fleet?.hosts.find(({ host }) => host === name);
  return (
    <Page
      title={name}
      kicker={row === undefined ? 'Host' : `Host, ${row.presence}`}
      aside={row !== undefined && <HealthVerdict health={row.health} />}
    >
      {fleet === null ? (
        <FleetAwaited />
      ) : row === undefined ? (
        <NoSuchHost name={name} />
      ) : (
        <HostAsked row={row} />
      )}
    </Page>
  );
}

const NoSuchHost = ({ name }: { readonly name: string }) => (
  <Empty title={`No host "${name}" has joined.`}>
    <p>
      <a href="/?show=hosts">See the hosts there are</a>
    </p>
  </Empty>
);

function HostAsked({ row }: { readonly row: FleetHost }) {
  const host = useResource(
    `host ${row.host}`,
    async (client) => (await client.status(row.host)).hosts.find(({ host }) => host === row.host) ?? null,
    // Whatever the live stream tells of it is a reason to look again.
    { everyMs: againMs, again: row },
  );
  return (
    <Shown of={host} what={`the host ${row.host}`}>
      {(view) => (view === null ? <NoSuchHost name={row.host} /> : <HostOf host={view} />)}
    </Shown>
  );
}

function HostOf({ host }: { readonly host: HostView }) {
  const { way, span } = useRatesQuery();
  return (
    <>
      <HostFacts host={host} />
      <DriftSection drift={host.drift} />
      {host.bonds.map((bond) => (
        <BondSection key={bond.name} bond={bond} />
      ))}
      {host.bonds.length === 0 && (
        <Empty title="This host shows no bond.">
          <p>
            {host.presence === 'connected'
              ? 'It has none; a spec that names it makes one.'
              : 'It has not been heard since this controller started.'}
          </p>
        </Empty>
      )}
      <Section title="Throughput" aside={<RatesChoice />}>
        <RatesChart host={host.host} bond={null} way={way} span={span} />
      </Section>
      <HostLinks host={host.host} />
      <HostEvents host={host.host} />
    </>
  );
}
