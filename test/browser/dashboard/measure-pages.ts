// The pages of what is measured and found: tests, findings, alerts.

import type { TestsCompared } from '@bondctl/proto/model/compared';
import type { DiagnosisView, RankedFinding } from '@bondctl/proto/model/finding';
import type { FleetView } from '@bondctl/proto/model/fleet';
import { linkTests } from '../link-tests.ts';
import { sweeps } from '../sweeps.ts';
import { someAlerts } from './alerts.ts';
import { fleetHost, fleetLink, fleetOf } from './fleets.ts';
import { tested } from './happened.ts';
import { ada, grace } from './operators.ts';
import type { PageRow } from './page-row.ts';
import { sceneUnixMs } from './scene.ts';

/** Every host with every other, with every kind of result. */
function meshFleet(count: number): FleetView {
  const hosts = Array.from({ length: count }, (_, nth) => fleetHost(`node-${nth + 1}`));
  const bond = fleetLink('x').ends[0].bond;
  const links = hosts.flatMap(({ host: a }, nth) =>
    hosts.slice(nth + 1).map(({ host: b }, at) => {
      const percent = [97, 95, 99, 84, 96, 62, 93, 41, null][(nth * 5 + at * 3) % 9] ?? null;
      return fleetLink(`${a}-${b}`, {
        ends: [
          { host: a, bond },
          { host: b, bond },
        ],
        percent,
        health: percent !== null && percent < 70 ? 'degraded' : 'ok',
      });
    }),
  );
  return fleetOf(links, hosts);
}

const failed = linkTests['a test that failed'];
const good = linkTests['a test that was repeated'];
const of = (id: string, test: typeof good) => test && { ...test, id, atUnixMs: sceneUnixMs - 3_600_000 };

const beside: TestsCompared = {
  tests: [0, 1].map((nth) => ({
    id: `test_fake1234${2 - nth}`,
    atUnixMs: sceneUnixMs - 7_200_000,
    link: 'drbd',
    receivedBps: 1.9e9,
    halfWidthPercent: null,
    runs: 1,
    percentOfConfiguration: 97,
    percentOfHardware: 97,
    retransmits: 3,
    ports: [],
    latency: null,
  })) as unknown as TestsCompared['tests'],
  differences: ['mtu 1500 / 9000'],
  kind: 'not-comparable',
  ratio: null,
  chancePercent: null,
  sentence: 'they cannot be compared, for they were measured with other parameters',
};

const findings: readonly RankedFinding[] = failed?.findings ?? [];
const diagnosis: DiagnosisView = {
  about: null,
  atUnixMs: sceneUnixMs,
  lookedAt: { hosts: 3, bonds: 4, links: 2 },
  findings,
  notLookedAt: [{ host: fleetHost('gamma').host, presence: 'lost', sinceUnixMs: sceneUnixMs - 400_000 }],
};

const drbd = fleetOf([fleetLink('drbd')], [fleetHost('alpha'), fleetHost('beta')]);

const testAnswers = {
  '/v1/tests/test_fake12341': of('test_fake12341', failed) ?? {},
  '/v1/tests/test_fake12342': of('test_fake12342', good) ?? {},
  '/v1/tests?limit=50&link=drbd': tested,
  '/v1/tests/compare?first=test_fake12342&second=test_fake12341': beside,
  '/v1/tests/compare?first=test_fake12341&second=test_fake12342': beside,
};

/** Name to page. */
export const measurePages: Readonly<Record<string, PageRow>> = {
  tests: {
    path: '/tests',
    ready: '.ranking',
    scene: {
      session: ada,
      fleet: meshFleet(9),
      answers: {
        '/v1/tests?limit=40': tested,
        '/v1/sweeps?limit=20': {
          sweeps: [sweeps['a sweep with refusals and vague figures'], sweeps['a sweep of nothing']],
        },
      },
    },
  },
  'tests of a large mesh': {
    path: '/tests?hosts=node',
    ready: '.heat',
    scene: { session: grace, fleet: meshFleet(17), answers: { '/v1/tests?limit=40': { tests: [] } } },
  },
  test: {
    path: '/tests/test_fake12341',
    ready: '.findings',
    scene: { session: ada, fleet: drbd, answers: testAnswers },
  },
  'test that was repeated': {
    path: '/tests/test_fake12342',
    ready: '.judged',
    scene: { session: grace, fleet: drbd, answers: testAnswers },
  },
  findings: {
    path: '/findings',
    ready: '.findings',
    scene: { session: ada, fleet: drbd, answers: { '/v1/diagnose': diagnosis } },
  },
  alerts: {
    path: '/alerts',
    ready: '.alerts',
    scene: { session: ada, fleet: drbd, answers: { '/v1/alerts?ended=yes': someAlerts } },
  },
};
