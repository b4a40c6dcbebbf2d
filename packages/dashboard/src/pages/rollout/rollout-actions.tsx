import { type RolloutAction, whyNot } from '@bondctl/proto/model/can';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RolloutView } from '@bondctl/proto/model/view';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWhyNotChange, useWorld } from '../../state/world.ts';

type Controlled = Exclude<RolloutAction, 'undo'>;

/** What a person can do with a rollout; what is not possible now stays and says why. */
export function RolloutActions({
  view,
  onDone,
}: {
  readonly view: RolloutView;
  readonly onDone: () => void;
}) {
  const { clients } = useWorld();
  const { route } = useLocation();
  const whyNotChange = useWhyNotChange();
  const [busy, setBusy] = useState<Controlled | null>(null);
  const [said, setSaid] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const why = (action: Controlled) =>
    whyNotChange ?? (busy === null ? whyNot(action, view.state) : 'The controller is being asked. Wait.');

  async function act(action: Controlled) {
    setBusy(action);
    setIsAsking(false);
    setSaid('');
    try {
      await clients.calls.control(view.id, action);
      setSaid(done[action]);
    } catch (thrown) {
      setSaid(BondctlError.from(thrown).message);
    }
    setBusy(null);
    onDone();
  }

  return (
    <div class="controls">
      <ActionButton onAct={() => void act('pause')} whyNot={why('pause')}>
        Pause
      </ActionButton>
      <ActionButton tone="main" onAct={() => void act('resume')} whyNot={why('resume')}>
        Resume
      </ActionButton>
      <ActionButton tone="danger" onAct={() => setIsAsking(true)} whyNot={why('abort')}>
        Abort ...
      </ActionButton>
      <ActionButton
        onAct={() => route(`/plan?undo=${encodeURIComponent(view.id)}`)}
        whyNot={whyNot('undo', view.state)}
      >
        Plan its undo
      </ActionButton>
      <p class="soft" role="status">
        {said}
      </p>
      {isAsking && (
        <Dialog title="Abort this rollout?" onClose={() => setIsAsking(false)}>
          <p>
            What is under way rolls back, and no other wave begins. What was committed stays; to take that
            back too, undo the rollout once it has ended.
          </p>
          <div class="choices">
            <ActionButton tone="danger" onAct={() => void act('abort')} whyNot={why('abort')}>
              Abort it
            </ActionButton>
            <ActionButton onAct={() => setIsAsking(false)} whyNot={null}>
              Let it go on
            </ActionButton>
          </div>
        </Dialog>
      )}
    </div>
  );
}

const done: Readonly<Record<Controlled, string>> = {
  pause: 'It pauses once the wave that is under way has ended.',
  resume: 'It goes on.',
  abort: 'It is being aborted.',
};
