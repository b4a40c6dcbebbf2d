import type { AlertView } from '@bondctl/proto/model/alert';
import { BondctlError } from '@bondctl/proto/model/error';
import { useState } from 'preact/hooks';
import { silences } from '../../look/alert-words.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWhyNotChange, useWorld } from '../../state/world.ts';

/** Asks for how long nobody shall be told of an alert. */
export function SilenceDialog({
  alert,
  onDone,
  onClose,
}: {
  readonly alert: AlertView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { clients } = useWorld();
  const whyNotChange = useWhyNotChange();
  const [chosen, setChosen] = useState<(typeof silences)[number]>(silences[0]);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function silence() {
    setIsBusy(true);
    try {
      await clients.calls.silenceAlert(alert.id, chosen.forMs);
      onClose();
      onDone();
    } catch (thrown) {
      setSaid(BondctlError.from(thrown).message);
      setIsBusy(false);
    }
  }

  return (
    <Dialog title={`Silence ${alert.subject}?`} onClose={onClose}>
      <p>{alert.sentence}</p>
      <p class="soft">
        Nobody is told of it meanwhile. It stays on this page, and what ends is told as ever.
      </p>
      <Choice
        label="For how long"
        choices={silences}
        chosen={chosen.value}
        onChoose={(value) => setChosen(silences.find((one) => one.value === value) ?? silences[0])}
      />
      <p class="form-error" role="alert">
        {said}
      </p>
      <div class="choices">
        <ActionButton
          tone="main"
          onAct={() => void silence()}
          whyNot={isBusy ? 'The controller is being asked. Wait.' : whyNotChange}
        >
          Silence it for {chosen.text}
        </ActionButton>
        <ActionButton onAct={onClose} whyNot={null}>
          Cancel
        </ActionButton>
      </div>
    </Dialog>
  );
}
