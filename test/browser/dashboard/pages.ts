// The pages of the dashboard, in the shapes that they take. A new page is one row, here or in change-pages.ts or measure-pages.ts.
import type { Health } from '@bondctl/proto/model/view';
import { busyFleet, fleetHost, fleetLink, fleetOf } from './fleets.ts';
import { happened, rates, tenMinutes, tested } from './happened.ts';
import { ada, grace } from './operators.ts';
import type { PageRow } from './page-row.ts';
import { brokenCable, drifted, hearing, inTurn, wellInLacp } from './reports.ts';

const linkFleet = (health: Health, sentence: string) =>
  fleetOf(
    [fleetLink('drbd', { health, sentence })],
    [fleetHost('alpha', { health, sentence }), fleetHost('beta')],
    { health },
  );

const past = {
  '/v1/events?link=drbd&limit=60': happened,
  '/v1/events?host=alpha&limit=60': happened,
  '/v1/tests?limit=8&link=drbd': tested,
};

const noPast = { '/v1/events?link=drbd&limit=60': { events: [] } };

/** A small cluster, as the fakes of the API have it. */
export const smallFleet = fleetOf([fleetLink('drbd')], [fleetHost('alpha'), fleetHost('beta')]);

/** Name to page. */
export const dashboardPages: Readonly<Record<string, PageRow>> = {
  'sign-in': {
    path: '/',
    ready: 'form',
    scene: { session: null, fleet: smallFleet },
    saysBesides: '401',
  },
  fleet: { path: '/', ready: '.tile', scene: { session: ada, fleet: busyFleet(60) } },
  'fleet by host': {
    path: '/?group=medium&health=down,degraded',
    ready: '.tile',
    scene: { session: grace, fleet: busyFleet(60) },
  },
  'fleet of many': { path: '/', ready: '.tile', scene: { session: ada, fleet: busyFleet(300) } },
  'fleet hosts': { path: '/?show=hosts', ready: '.tile', scene: { session: ada, fleet: busyFleet(60) } },
  'fleet of nothing': { path: '/', ready: '.empty', scene: { session: ada, fleet: fleetOf([], []) } },
  link: {
    path: '/links/drbd',
    ready: '.time-line',
    scene: {
      session: ada,
      fleet: linkFleet('ok', ''),
      parts: hearing(wellInLacp),
      answers: past,
      series: tenMinutes,
      tick: rates,
    },
  },
  'link with a broken cable': {
    path: '/links/drbd?way=received&span=1h',
    ready: '.time-line',
    scene: {
      session: grace,
      fleet: linkFleet('degraded', 'down: eth3'),
      parts: hearing(brokenCable),
      answers: past,
      series: tenMinutes,
      tick: rates,
    },
  },
  'link whose ends disagree, of which little is known': {
    path: '/links/drbd',
    ready: '.cabled',
    scene: {
      session: grace,
      fleet: linkFleet('degraded', 'MTU 9000 and 1500'),
      parts: hearing(inTurn),
      answers: noPast,
    },
  },
  'link that is lost': {
    path: '/links/drbd',
    ready: '.cabled',
    scene: {
      session: grace,
      fleet: linkFleet('unknown', 'alpha is lost'),
      parts: hearing(inTurn, 'lost'),
      answers: noPast,
    },
  },
  'link that is not there': {
    path: '/links/nowhere',
    ready: '.empty',
    scene: { session: grace, fleet: smallFleet },
  },
  host: {
    path: '/hosts/alpha',
    ready: '.time-line',
    scene: {
      session: ada,
      fleet: linkFleet('degraded', 'sync0 drifts'),
      parts: hearing({ alpha: drifted }),
      answers: past,
      series: tenMinutes,
      tick: rates,
    },
  },
  'nothing there': { path: '/no/such/page', ready: 'h1', scene: { session: ada, fleet: smallFleet } },
};
