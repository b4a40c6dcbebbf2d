import { BondctlError } from '@bondctl/proto/model/error';
import type { PlanView } from '@bondctl/proto/model/view';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { disruptionsOf, planHeadline } from '../../look/plan-words.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DisruptionMark } from '../../parts/disruption-mark.tsx';
import { useWhyNotChange, useWorld } from '../../state/world.ts';

const shownMost = 12;

/** Asks once more before anything is changed, and says what it will disturb. */
export function ApplyDialog({
  plan,
  spec,
  onApplied,
  onClose,
}: {
  readonly plan: PlanView;
  readonly spec: { readonly file: string; readonly text: string };
  readonly onApplied: () => void;
  readonly onClose: () => void;
}) {
  const { clients } = useWorld();
  const { route } = useLocation();
  const whyNotChange = useWhyNotChange();
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const hosts = disruptionsOf(plan);

  async function apply() {
    setIsBusy(true);
    setSaid('');
    try {
      const { revision, rollout } = await clients.calls.apply({ ...spec, digest: plan.digest });
      onApplied();
      if (rollout !== null) return route(`/rollouts/${encodeURIComponent(rollout)}`);
      setSaid(`Accepted as revision ${revision}; nothing was to do.`);
    } catch (thrown) {
      const { message, refusals } = BondctlError.from(thrown);
      setSaid([message, ...refusals.map(({ subject, message: why }) => `${subject}: ${why}`)].join(' '));
    }
    setIsBusy(false);
  }

  return (
    <Dialog title="Apply this plan?" onClose={onClose}>
      <p>{planHeadline(plan)} What a host does not prove in time, it takes back by itself.</p>
      <ul class="disturbs" aria-label="What it disturbs">
        {hosts.slice(0, shownMost).map(({ set, host, disruption }) => (
          <li key={`${set} ${host}`}>
            <span>
              <strong>{host}</strong> <span class="soft">{set}</span>
            </span>
            <DisruptionMark of={disruption} />
          </li>
        ))}
      </ul>
      {hosts.length > shownMost && (
        <p class="soft">and {hosts.length - shownMost} more, none of them worse</p>
      )}
      <p class="soft">
        Plan <code>{plan.digest}</code>: should a host have changed since, nothing is applied.
      </p>
      <p class="form-error" role="alert">
        {said}
      </p>
      <div class="choices">
        <ActionButton
          tone="main"
          onAct={() => void apply()}
          whyNot={isBusy ? 'It is being applied.' : whyNotChange}
        >
          {isBusy ? 'Applying ...' : 'Apply it'}
        </ActionButton>
        <ActionButton onAct={onClose} whyNot={null}>
          Cancel
        </ActionButton>
      </div>
    </Dialog>
  );
}
