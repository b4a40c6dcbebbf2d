import type { FleetLink } from '@bondctl/proto/model/fleet';
import type { LinkView } from '@bondctl/proto/model/view';
import { useRoute } from 'preact-iso';
import { FleetAwaited } from '../../parts/fleet-awaited.tsx';
import { HealthVerdict } from '../../parts/health-mark.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { RatesChart } from '../../parts/rates-chart.tsx';
import { RatesChoice, useRatesQuery } from '../../parts/rates-choice.tsx';
import { useResource } from '../../state/resource.ts';
import { useWorld } from '../../state/world.ts';
import { Cabled } from './cabled.tsx';
import { LacpSection } from './lacp-section.tsx';
import { LastTests } from './last-tests.tsx';
import { LinkEvents } from './link-events.tsx';
import { WhatIsWrong } from './what-is-wrong.tsx';

const againMs = 15_000;

/** One link: both ends as they are cabled, how fast they go, what LACP says, what happened, and how it tested. */
export function LinkPage() {
  const name = useRoute().params['name'] ?? '';
  const fleet = useWorld().live.fleet.value;
  const row = fleet?.links.find((link) => link.name === name);
  return (
    <Page
      title={name}
      kicker={row === undefined ? 'Link' : `Link, ${row.medium}`}
      aside={row !== undefined && <HealthVerdict health={row.health} />}
    >
      {fleet === null ? (
        <FleetAwaited />
      ) : row === undefined ? (
        <NoSuchLink name={name} />
      ) : (
        <LinkAsked row={row} />
      )}
    </Page>
  );
}

function LinkAsked({ row }: { readonly row: FleetLink }) {
  const link = useResource(
    `link ${row.name}`,
    async (client) => (await client.status(row.name)).links.find(({ name }) => name === row.name) ?? null,
    // Whatever the live stream tells of it is a reason to look again.
    { everyMs: againMs, again: row },
  );
  return (
    <Shown of={link} what={`the link ${row.name}`}>
      {(view) => (view === null ? <NoSuchLink name={row.name} /> : <LinkOf link={view} />)}
    </Shown>
  );
}

const NoSuchLink = ({ name }: { readonly name: string }) => (
  <Empty title={`The accepted spec has no link "${name}".`}>
    <p>
      <a href="/">See the links there are</a>
    </p>
  </Empty>
);

function LinkOf({ link }: { readonly link: LinkView }) {
  const { way, span } = useRatesQuery();
  return (
    <>
      <WhatIsWrong link={link} />
      <Cabled link={link} />
      <Section title="Throughput" aside={<RatesChoice />}>
        <div class="two">
          {link.ends.map(({ host, name }) => (
            <RatesChart key={`${host}/${name}`} host={host} bond={name} way={way} span={span} />
          ))}
        </div>
      </Section>
      <div class="two">
        <LastTests link={link.name} lastTest={link.lastTest} />
        <LacpSection ends={link.ends} />
      </div>
      <LinkEvents link={link} />
    </>
  );
}
