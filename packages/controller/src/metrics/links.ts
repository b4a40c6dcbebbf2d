import { gauge, one, type Sample, states, type Table } from '@bondctl/proto/metrics/family';
import type { Severity } from '@bondctl/proto/model/finding';
import type { Health, LinkView, TestSummary } from '@bondctl/proto/model/view';

const healths: readonly Health[] = ['ok', 'degraded', 'down', 'unknown'];
const severities: readonly Severity[] = ['fault', 'warning', 'note'];

type Value = number | boolean | null;

/** What is read off the last test of a link; a link that was never tested has no series. */
const ofTest =
  (read: (test: TestSummary) => Value) =>
  ({ lastTest }: LinkView): readonly Sample[] =>
    lastTest === null ? [] : one(read(lastTest));

const ratio = (percent: number | null): number | null => (percent === null ? null : percent / 100);

const findingsOf = ({ lastTest }: LinkView): readonly Sample[] =>
  lastTest === null
    ? []
    : severities.map((severity) => ({ labels: { severity }, value: lastTest.findings[severity] }));

/** What is said of every link of the accepted spec. */
export const linkTable: Table<LinkView> = {
  labels: ['link'],
  name: ({ name }) => [name],
  rows: [
    gauge(
      'bondctl_link_health',
      '1 for how the link stands, 0 for how it does not.',
      ({ health }) => states('health', healths, health),
      'health',
    ),
    gauge('bondctl_link_disagreements', 'Settings in which the two ends differ.', ({ disagreements }) =>
      one(disagreements.length),
    ),
    gauge(
      'bondctl_link_test_timestamp_seconds',
      'When the link was tested last.',
      ofTest(({ atUnixMs }) => atUnixMs / 1000),
    ),
    gauge(
      'bondctl_link_test_passed',
      'Whether the last test held what the spec expects.',
      ofTest(({ passed }) => passed),
    ),
    gauge(
      'bondctl_link_test_received_bytes_per_second',
      'What the last test received; absent where nothing was measured.',
      ofTest(({ receivedBps }) => (receivedBps === null ? null : receivedBps / 8)),
    ),
    gauge(
      'bondctl_link_test_configuration_ratio',
      'The last test as a share of what the configuration can carry; 1 is all of it.',
      ofTest(({ percentOfConfiguration }) => ratio(percentOfConfiguration)),
    ),
    gauge(
      'bondctl_link_test_hardware_ratio',
      'The last test as a share of what all ports together can carry; 1 is all of it.',
      ofTest(({ percentOfHardware }) => ratio(percentOfHardware)),
    ),
    gauge(
      'bondctl_link_test_regressed',
      'Whether the last tests are slower than earlier ones by more than chance.',
      ofTest(({ comparison }) => (comparison === null ? null : comparison === 'regressed')),
    ),
    gauge('bondctl_link_test_findings', 'What the last test found wrong.', findingsOf, 'severity'),
  ],
};
