import { useLocation } from 'preact-iso';
import { readTestsQuery, type TestsQuery, testsAddress } from '../../look/tests-query.ts';
import { Page } from '../../parts/page.tsx';
import { useWorld } from '../../state/world.ts';
import { HeatSection } from './heat-section.tsx';
import { Measure } from './measure.tsx';
import { SweepSection } from './sweep-section.tsx';
import { TestList } from './test-list.tsx';

/** How links tested: every pair of hosts, the newest tests, sweeps with their ranking; and measuring one now. */
export function TestsPage() {
  const { query, route } = useLocation();
  const { live } = useWorld();
  const asked = readTestsQuery(query);
  const change = (to: Partial<TestsQuery>) => route(testsAddress({ ...asked, ...to }), true);
  const fleet = live.fleet.value;
  const links = fleet?.links ?? [];
  const tested = live.events.value.findLast(
    ({ fact }) => fact.type === 'linkTested' || fact.type === 'sweepEnded',
  );
  return (
    <Page title="Tests">
      <Measure links={links} link={asked.link} />
      <HeatSection fleet={fleet} hosts={asked.hosts} onHosts={(hosts) => change({ hosts })} />
      <TestList links={links} link={asked.link} news={tested?.id} onLink={(link) => change({ link })} />
      <SweepSection chosen={asked.sweep} news={tested?.id} onChoose={(sweep) => change({ sweep })} />
    </Page>
  );
}
