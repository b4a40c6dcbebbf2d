import { type DiagnosisView, severities } from '@bondctl/proto/model/finding';
import { useLocation } from 'preact-iso';
import { counted } from '../../look/figures.ts';
import {
  countSeverities,
  type FindingsQuery,
  findingsAddress,
  findingTrees,
  readFindingsQuery,
  severityTones,
} from '../../look/findings-look.ts';
import { Age } from '../../parts/age.tsx';
import { FindingList } from '../../parts/finding-list.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { useResource } from '../../state/resource.ts';
import { AboutSelect } from './about-select.tsx';

const againMs = 30_000;

/** What is wrong, with what shows it and what to do. */
export function FindingsPage() {
  const { query, route } = useLocation();
  const asked = readFindingsQuery(query);
  const change = (to: Partial<FindingsQuery>) => route(findingsAddress({ ...asked, ...to }), true);
  const diagnosis = useResource(
    `diagnosis ${asked.about ?? ''}`,
    (client) => client.diagnose(asked.about ?? undefined),
    { everyMs: againMs },
  );
  const counts = countSeverities(diagnosis.value?.findings ?? []);
  return (
    <Page title="Findings">
      <div class="controls">
        <fieldset class="choice">
          <legend class="unseen">Which findings</legend>
          {severities.map((severity) => (
            <button
              key={severity}
              type="button"
              class="choice-one"
              aria-pressed={asked.severity === severity}
              onClick={() => change({ severity: asked.severity === severity ? null : severity })}
            >
              <HealthMark health={severityTones[severity]} />
              {counted(counts[severity], severity)}
            </button>
          ))}
        </fieldset>
        <AboutSelect about={asked.about} onAbout={(about) => change({ about })} />
      </div>
      <Shown of={diagnosis} what="the findings">
        {(view) => <Diagnosed view={view} query={asked} />}
      </Shown>
    </Page>
  );
}

function Diagnosed({ view, query }: { readonly view: DiagnosisView; readonly query: FindingsQuery }) {
  const { lookedAt, findings, notLookedAt } = view;
  const looked = [
    counted(lookedAt.hosts, 'host'),
    counted(lookedAt.bonds, 'bond'),
    counted(lookedAt.links, 'link'),
  ].join(', ');
  const shown = findingTrees(findings, query.severity);
  return (
    <>
      <p class="soft looked-at">
        Looked at {looked}, <Age atUnixMs={view.atUnixMs} />
      </p>
      {shown.length === 0 ? (
        <Empty
          title={findings.length === 0 ? 'Nothing is wrong, as far as hosts report.' : 'None of this kind.'}
        />
      ) : (
        <FindingList findings={findings} severity={query.severity} />
      )}
      {notLookedAt.length > 0 && (
        <section class="section" aria-label="Not looked at">
          <h2>Not looked at</h2>
          <ul class="notes">
            {notLookedAt.map(({ host, presence, sinceUnixMs }) => (
              <li key={host}>
                <HealthMark health="unknown" />
                <span>
                  <a href={`/hosts/${encodeURIComponent(host)}`}>{host}</a>{' '}
                  {presence === 'connected' ? 'has not reported yet' : `is ${presence}`}
                  {sinceUnixMs !== null && (
                    <>
                      , heard <Age atUnixMs={sinceUnixMs} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
