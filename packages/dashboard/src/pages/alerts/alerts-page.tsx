import type { AlertState } from '@bondctl/proto/model/alert';
import { alertGroups } from '../../look/alert-words.ts';
import { counted } from '../../look/figures.ts';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { useResource } from '../../state/resource.ts';
import { useWorld } from '../../state/world.ts';
import { AlertCard } from './alert-card.tsx';

const againMs = 15_000;

/** What was told to receivers: what fires, what is silenced, what is over. */
export function AlertsPage() {
  const { live } = useWorld();
  const news = live.events.value.findLast(({ fact }) => fact.type.startsWith('alert'));
  const alerts = useResource('alerts', async (client) => (await client.alerts({ ended: 'yes' })).alerts, {
    everyMs: againMs,
    again: news?.id,
  });
  const firing = (alerts.value ?? []).filter(({ state }) => state === 'firing');
  const isCritical = firing.some(({ severity }) => severity === 'critical');
  return (
    <Page
      title="Alerts"
      kicker={alerts.value === null ? undefined : `${counted(firing.length, 'alert')} firing`}
      aside={alerts.value !== null && <Verdict firing={firing.length} isCritical={isCritical} />}
    >
      <Shown of={alerts} what="the alerts">
        {(all) =>
          alertGroups(all).map(({ state, alerts: those }) => (
            <Section key={state} title={titles[state]} aside={<span class="soft">{those.length}</span>}>
              {those.length === 0 ? (
                <Empty title={nothing[state]} />
              ) : (
                <ul class="alerts">
                  {those.map((alert) => (
                    <AlertCard key={alert.id} alert={alert} onDone={alerts.refresh} />
                  ))}
                </ul>
              )}
            </Section>
          ))
        }
      </Shown>
    </Page>
  );
}

function Verdict({ firing, isCritical }: { readonly firing: number; readonly isCritical: boolean }) {
  const tone = firing === 0 ? 'ok' : isCritical ? 'down' : 'degraded';
  return (
    <p class={`verdict verdict-${tone}`}>
      <HealthMark health={tone} />
      {firing === 0 ? 'quiet' : isCritical ? 'critical' : 'warning'}
    </p>
  );
}

const titles: Readonly<Record<AlertState, string>> = {
  firing: 'Firing',
  silenced: 'Silenced',
  ended: 'Ended',
};

const nothing: Readonly<Record<AlertState, string>> = {
  firing: 'Nothing fires.',
  silenced: 'Nothing is silenced.',
  ended: 'Nothing has ended lately.',
};
