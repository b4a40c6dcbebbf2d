import type { PlannedStep } from '@bondctl/proto/model/step';
import { counted } from '../../look/figures.ts';
import { changesOf, type PlanChange } from '../../look/plan-diff.ts';
import { worstOf } from '../../look/plan-words.ts';
import { DisruptionMark } from '../../parts/disruption-mark.tsx';

/** One host of a plan: what will be otherwise, line by line, and the steps that lead there. */
export function HostChange({
  host,
  steps,
  isOpen,
}: {
  readonly host: string;
  readonly steps: readonly PlannedStep[];
  /** Whether the steps are shown at once. */
  readonly isOpen: boolean;
}) {
  const changes = changesOf(steps);
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  return (
    <section class="set-row" aria-label={host}>
      <p class="set-who">
        <a href={`/hosts/${encodeURIComponent(host)}`}>{host}</a>
        <DisruptionMark of={worstOf(steps)} />
      </p>
      <div class="host-change">
        <div>
          {subjects.map((subject) => (
            <table key={subject} class="diff">
              <caption>{subject}</caption>
              <tbody>
                {changes
                  .filter((one) => one.subject === subject)
                  .map((one) => (
                    <ChangeRow key={`${one.what} ${one.before} ${one.after}`} change={one} />
                  ))}
              </tbody>
            </table>
          ))}
          {changes.length === 0 && <p class="soft">Nothing will be otherwise; the steps only make sure.</p>}
        </div>
        <details open={isOpen}>
          <summary>{counted(steps.length, 'step')}, in this order</summary>
          <ol class="steps">
            {steps.map(({ sentence, disruption, loses }) => (
              <li key={sentence}>
                <span>{sentence}</span>
                {disruption !== 'none' && <DisruptionMark of={disruption} />}
                {loses.length > 0 && <span class="soft">loses for a moment: {loses.join(', ')}</span>}
              </li>
            ))}
          </ol>
        </details>
      </div>
    </section>
  );
}

const kindOf = ({ before, after }: PlanChange) =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';
const signs = { added: '+', removed: '−', changed: '±' } as const;

function ChangeRow({ change }: { readonly change: PlanChange }) {
  const kind = kindOf(change);
  return (
    <tr class={`diff-${kind}`}>
      <td class="diff-sign">
        <span aria-hidden="true">{signs[kind]}</span>
        <span class="unseen">{kind}</span>
      </td>
      <th scope="row">{change.what}</th>
      <td>
        {change.before !== null && <del>{change.before}</del>}
        {kind === 'changed' && (
          <>
            {' '}
            <span aria-hidden="true">→</span> <span class="unseen">becomes</span>
          </>
        )}{' '}
        {change.after !== null && <ins>{change.after}</ins>}
      </td>
    </tr>
  );
}
