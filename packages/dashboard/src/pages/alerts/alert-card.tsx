import type { AlertDelivery, AlertView } from '@bondctl/proto/model/alert';
import { useState } from 'preact/hooks';
import { alertAddress, alertTone, deliveryWords, ruleWords } from '../../look/alert-words.ts';
import { counted } from '../../look/figures.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Age } from '../../parts/age.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Table } from '../../parts/table.tsx';
import { useWhyNotChange } from '../../state/world.ts';
import { SilenceDialog } from './silence-dialog.tsx';

const membersMost = 20;

/** One alert: what is wrong, since when, who was told, and silencing it. */
export function AlertCard({ alert, onDone }: { readonly alert: AlertView; readonly onDone: () => void }) {
  const whyNotChange = useWhyNotChange();
  const [isAsking, setIsAsking] = useState(false);
  const { severity, state, subject, rule, sentence, sinceUnixMs, endedUnixMs, members } = alert;
  const tone = alertTone(alert);
  return (
    <li class={`alert alert-${tone}`}>
      <p class="finding-head">
        <span class={`health health-${tone}`}>
          <HealthMark health={tone} />
          {state === 'ended' ? `ended, was ${severity}` : severity}
        </span>
        <a href={alertAddress(alert)}>{subject}</a>
        <span>{ruleWords[rule]}</span>
        <span class="soft">
          since <Age atUnixMs={sinceUnixMs} />
          {endedUnixMs !== null && (
            <>
              , over <Age atUnixMs={endedUnixMs} />
            </>
          )}
          {state === 'silenced' && alert.silencedUntilUnixMs !== null && (
            <>
              , silent until{' '}
              <time dateTime={new Date(alert.silencedUntilUnixMs).toISOString()}>
                {new Date(alert.silencedUntilUnixMs).toLocaleString()}
              </time>
            </>
          )}
        </span>
      </p>
      <p class="finding-cause">{sentence}</p>
      {members.length > 1 && (
        <p class="soft">
          {counted(members.length, 'member')}: {members.slice(0, membersMost).join(', ')}
          {members.length > membersMost && ` and ${members.length - membersMost} more`}
        </p>
      )}
      <Deliveries deliveries={alert.deliveries} subject={subject} />
      {state !== 'ended' && (
        <ActionButton onAct={() => setIsAsking(true)} whyNot={whyNotChange}>
          {state === 'silenced' ? 'Silence for longer ...' : 'Silence ...'}
        </ActionButton>
      )}
      {isAsking && <SilenceDialog alert={alert} onDone={onDone} onClose={() => setIsAsking(false)} />}
    </li>
  );
}

const Deliveries = ({
  deliveries,
  subject,
}: {
  readonly deliveries: readonly AlertDelivery[];
  readonly subject: string;
}) =>
  deliveries.length === 0 ? (
    <p class="soft">No route takes this alert, so nobody was told.</p>
  ) : (
    <Table
      caption={`Deliveries of ${subject}`}
      columns={[
        { head: 'told' },
        { head: 'of' },
        { head: 'how' },
        { head: 'tries', figures: true },
        { head: 'last' },
        { head: 'error' },
      ]}
      rows={deliveries.map((one) => {
        const { tone, words } = deliveryWords(one);
        return {
          key: `${one.target} ${one.told}`,
          cells: [
            one.target,
            one.told === 'raised' ? 'its beginning' : 'its end',
            <span key="how" class={`health health-${tone}`}>
              <HealthMark health={tone} />
              {words}
            </span>,
            String(one.tries),
            <Age key="last" atUnixMs={one.atUnixMs} />,
            one.error ?? '',
          ],
        };
      })}
    />
  );
