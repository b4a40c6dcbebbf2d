import type { ChangeSetView, PlanView } from '@bondctl/proto/model/view';
import { durationText } from '../../look/age.ts';
import { counted } from '../../look/figures.ts';
import { disruptionsOf, planHeadline, wavesOfPlan } from '../../look/plan-words.ts';
import { DisruptionMark } from '../../parts/disruption-mark.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { HostChange } from './host-change.tsx';

/** What applying a spec would do: worst first in the head, then wave by wave, host by host. */
export function Planned({ plan, isOld }: { readonly plan: PlanView; readonly isOld: boolean }) {
  const waves = wavesOfPlan(plan);
  const worst = disruptionsOf(plan)[0];
  const steps = plan.changeSets.flatMap(({ participants }) => participants.flatMap((one) => one.steps));
  const isShort = steps.length <= openMost;
  return (
    <section class={isOld ? 'plan-old' : undefined} aria-label="The plan">
      <div class="section-head">
        <h2>{planHeadline(plan)}</h2>
        {worst !== undefined && <DisruptionMark of={worst.disruption} />}
      </div>
      <Refusals plan={plan} />
      <Notes plan={plan} />
      {waves.map(({ wave, canary, sets }) => (
        <section key={wave} class="wave" aria-label={`Wave ${wave}`}>
          {waves.length > 1 && (
            <h3>
              Wave {wave} of {waves.length} <span class="soft">{waveWords(canary, sets.length)}</span>
            </h3>
          )}
          {sets.map((set) => (
            <SetOf key={set.name} set={set} isOpen={isShort} />
          ))}
        </section>
      ))}
      <details>
        <summary>The same as text</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
        <pre class="plan-text" tabIndex={0}>
          {plan.text}
        </pre>
      </details>
    </section>
  );
}

const waveWords = (canary: boolean, sets: number): string =>
  [
    ...(canary ? ['a canary'] : []),
    ...(sets > 1 ? [`${counted(sets, 'change set')} at the same time`] : []),
  ].join(', ');

/** More steps than this are read one host at a time. */
const openMost = 80;

const Refusals = ({ plan: { refusals } }: { readonly plan: PlanView }) =>
  refusals.length === 0 ? null : (
    <section class="attention" aria-label="Refusals">
      <h2>
        <span aria-hidden="true">! </span>
        {counted(refusals.length, 'refusal')}
      </h2>
      <ul>
        {refusals.map(({ host, kind, subject, message }) => (
          <li key={`${host} ${subject} ${message}`}>
            <strong>{host}</strong> {kind === 'unreachable' ? 'does not answer' : `refuses ${subject}`}:{' '}
            {message}
          </li>
        ))}
      </ul>
    </section>
  );

const Notes = ({ plan: { notes, remarks } }: { readonly plan: PlanView }) =>
  notes.length + remarks.length === 0 ? null : (
    <ul class="notes" aria-label="Notes">
      {notes.map(({ host, note }) => (
        <li key={`${host} ${note}`}>
          <HealthMark health="unknown" />
          <span>
            <strong>{host}</strong> {note}
          </span>
        </li>
      ))}
      {remarks.map((remark) => (
        <li key={remark}>
          <HealthMark health="unknown" />
          <span>{remark}</span>
        </li>
      ))}
    </ul>
  );

const SetOf = ({ set, isOpen }: { readonly set: ChangeSetView; readonly isOpen: boolean }) => (
  <article class="set change-set" aria-label={`Change set ${set.name}`}>
    <header class="set-name">
      <span>{set.name}</span>{' '}
      <span class="soft">
        {set.participants.length === 1 ? 'alone' : 'together, or neither'}; undone by itself after{' '}
        {durationText(set.deadlineMs)}
      </span>
    </header>
    {set.participants.map(({ host, steps }) => (
      <HostChange key={host} host={host} steps={steps} isOpen={isOpen} />
    ))}
    <footer class="set-row">
      <ul class="soft">
        <li>{proofWords(set)}</li>
        {set.witnesses.length > 0 && <li>Witnesses, which do not change: {set.witnesses.join(', ')}.</li>}
        {set.unproven.map((end) => (
          <li key={end}>
            <strong>{end}</strong> cannot be proven: no link of the spec ends there, so reading it back must
            do.
          </li>
        ))}
      </ul>
    </footer>
  </article>
);

const proofWords = ({ proofs }: ChangeSetView): string =>
  proofs.length === 0 ? 'No link proves it.' : `Proven over ${proofs.join(', ')}, then kept.`;
