import { formatSubject, type RankedFinding, type Severity } from '@bondctl/proto/model/finding';
import { findingKey, findingTrees, severityTones, subjectAddress } from '../look/findings-look.ts';
import { HealthMark } from './health-mark.tsx';

/** Findings with their evidence, causes first; of one severity where it is named. */
export const FindingList = ({
  findings,
  severity = null,
}: {
  readonly findings: readonly RankedFinding[];
  readonly severity?: Severity | null;
}) => (
  <ol class="findings">
    {findingTrees(findings, severity).map(({ cause, consequences }) => (
      <li key={findingKey(cause)} class={`finding finding-${cause.severity}`}>
        <Head finding={cause} />
        <p class="finding-cause">{cause.cause}</p>
        <Evidence of={cause} />
        <p>
          <strong>Do:</strong> {cause.advice}
        </p>
        {consequences.length > 0 && (
          <ul class="consequences" aria-label="What follows from it">
            {consequences.map((one) => (
              <li key={findingKey(one)}>
                <Head finding={one} />
                <p>{one.cause}</p>
                <Evidence of={one} />
              </li>
            ))}
          </ul>
        )}
        <p class="soft source">
          <Source of={cause.source} />
        </p>
      </li>
    ))}
  </ol>
);

const Head = ({ finding }: { readonly finding: RankedFinding }) => (
  <p class="finding-head">
    <span class={`health health-${severityTones[finding.severity]}`}>
      <HealthMark health={severityTones[finding.severity]} />
      {finding.severity}
    </span>
    <a href={subjectAddress(finding.subject)}>{formatSubject(finding.subject)}</a>
    <code>{finding.rule}</code>
  </p>
);

const Evidence = ({ of: { evidence } }: { readonly of: RankedFinding }) =>
  evidence.length === 0 ? null : (
    <ul class="evidence" aria-label="Evidence">
      {evidence.map((fact) => (
        <li key={fact}>
          <code>{fact}</code>
        </li>
      ))}
    </ul>
  );

const Source = ({ of }: { readonly of: string }) =>
  /^https:\/\//.test(of) ? (
    <a href={of} rel="noreferrer">
      {of}
    </a>
  ) : (
    of
  );
