import type { MeshPairView, MeshPlanView, MeshView } from '@bondctl/proto/model/mesh';
import { formatEnd } from '@bondctl/proto/model/names';
import { csv } from './csv.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { age, counted, percent, rate } from './units.ts';

/** What is said before a mesh begins. */
export const renderMeshPlan = ({ rounds, bound, boundBy, expectedMs }: MeshPlanView): string =>
  `${counted(rounds.flat().length, 'test')} in ${counted(rounds.length, 'round')}, about ${age(expectedMs)}; ` +
  `no plan takes fewer than ${bound}: ${boundBy}.`;

/** What `bondctl test --mesh` prints: worst first, since that is what people look for. */
export function renderMesh(mesh: MeshView, paint: Paint): string {
  const worst = mesh.pairs.toSorted((a, b) => standing(a) - standing(b));
  const failed = mesh.pairs.filter(({ passed }) => !passed).length;
  const verdict =
    failed === 0
      ? paint('good', 'every pair passed')
      : paint('bad', `${failed} of ${mesh.pairs.length} failed`);
  return [
    `${mesh.name}: ${verdict}  ${counted(mesh.pairs.length, 'test')} in ${counted(mesh.rounds.length, 'round')}, ${age(mesh.tookMs)}\n\n`,
    table(
      ['LINK', 'RECEIVED', 'OF CONFIG', 'OF HARDWARE', 'RESULT', ''],
      worst.map((pair) => rowOf(pair, paint)),
    ),
  ].join('');
}

/** What was not tested, then what failed, then the slowest. */
const standing = ({ test, passed, percentOfConfiguration }: MeshPairView): number =>
  test === null ? -2000 : (percentOfConfiguration ?? 0) - (passed ? 0 : 1000);

function rowOf(pair: MeshPairView, paint: Paint): readonly string[] {
  const result =
    pair.test === null
      ? paint('bad', 'untested')
      : pair.passed
        ? paint('good', 'passed')
        : paint('bad', 'failed');
  return [
    pair.link,
    pair.receivedBps === null ? '-' : rate(pair.receivedBps),
    percent(pair.percentOfConfiguration),
    percent(pair.percentOfHardware),
    result,
    pair.sentence,
  ];
}

const columns = [
  'link',
  'from',
  'to',
  'round',
  'test',
  'received_bps',
  'percent_of_configuration',
  'percent_of_hardware',
  'passed',
  'sentence',
] as const;

/** A row for each pair. */
export const meshCsv = ({ pairs }: MeshView): string =>
  csv(
    columns,
    pairs.map((pair) => [
      pair.link,
      formatEnd(pair.ends[0]),
      formatEnd(pair.ends[1]),
      pair.round,
      pair.test,
      pair.receivedBps,
      pair.percentOfConfiguration,
      pair.percentOfHardware,
      pair.passed,
      pair.sentence,
    ]),
  );
