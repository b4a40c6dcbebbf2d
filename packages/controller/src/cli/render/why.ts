import type { Blocker, WhyBond, WhyHost, WhyView } from '@bondctl/proto/model/why';
import type { Paint } from './paint.ts';
import { age } from './units.ts';

/** What `bondctl why` prints: each host as it shall be and as it is, who blocks, and at last what to do. */
export function renderWhy(view: WhyView, paint: Paint): string {
  const lines = [
    ...view.hosts.flatMap((host) => hostLines(view, host, paint)),
    ...linkLines(view, paint),
    ...view.blockers.map((blocker) => blockerLine(view, blocker, paint)),
    '',
    `Next: ${view.next}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function hostLines(view: WhyView, one: WhyHost, paint: Paint): readonly string[] {
  const committed = one.committed === null ? '' : `, committed revision ${one.committed}`;
  const { transaction } = one;
  const inHand =
    transaction === null
      ? []
      : [`  transaction ${transaction.id}: ${transaction.phase}${since(view, transaction.sinceUnixMs)}`];
  return [
    `${paint('strong', one.host)}: ${one.presence}${committed}`,
    ...one.bonds.flatMap((bond) => bondLines(view, bond, paint)),
    ...inHand,
    ...one.steps.map((step) => `  next step: ${step}`),
  ];
}

function bondLines(view: WhyView, one: WhyBond, paint: Paint): readonly string[] {
  const wanted = view.revision === null ? 'wanted' : `revision ${view.revision} wants`;
  const drift = one.differences.map(
    ({ path, found, wanted: confirmed }) =>
      `    ${paint('warn', 'drift')}: ${path} is ${found}, confirmed was ${confirmed}${since(view, one.driftSinceUnixMs)}`,
  );
  const trouble = one.sentence === '' || drift.length > 0 ? [] : [`    ${paint('warn', one.sentence)}`];
  return [
    `  ${one.bond}`,
    `    ${wanted}: ${one.desired ?? 'nothing'}`,
    `    found: ${one.actual ?? 'unknown'}`,
    ...drift,
    ...trouble,
  ];
}

function linkLines({ link }: WhyView, paint: Paint): readonly string[] {
  if (link === null) return [];
  const test = link.lastTest;
  const tone = test?.passed === false ? 'bad' : 'good';
  return [
    ...link.disagreements.map((said) => `${link.name}: ${paint('warn', said)}`),
    test === null
      ? `${link.name}: never tested`
      : `${link.name}: last test ${paint(tone, test.passed ? 'passed' : 'failed')}: ${test.sentence}`,
  ];
}

function blockerLine(
  view: WhyView,
  { who, sentence, sinceUnixMs, needsPerson }: Blocker,
  paint: Paint,
): string {
  const words = needsPerson ? paint('bad', 'A PERSON IS NEEDED') : paint('warn', 'blocked');
  return `${words}: ${who}: ${sentence}${since(view, sinceUnixMs)}`;
}

const since = ({ atUnixMs }: WhyView, unixMs: number | null): string =>
  unixMs === null ? '' : ` (for ${age(atUnixMs - unixMs)})`;
