import type { ProofView, RolloutHostView, RolloutView } from '@bondctl/proto/model/view';
import { counted } from '../../look/figures.ts';
import { hostStandings } from '../../look/rollout-words.ts';
import { type SetLook, type WaveLook, wavesOf } from '../../look/waves.ts';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Empty } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { StandingWords } from '../../parts/standing-mark.tsx';
import type { HostPhase } from '../../state/watched.ts';

/** The waves of a rollout, and in them the change sets with their hosts and proofs. */
export function Waves({
  view,
  sets,
  phases,
}: {
  readonly view: RolloutView;
  readonly sets: readonly SetLook[];
  readonly phases: ReadonlyMap<string, HostPhase>;
}) {
  const waves = wavesOf(view);
  const isOf = (wave: WaveLook) => sets.filter(({ name }) => wave.sets.includes(name));
  const others = sets.filter(({ name }) => !waves.some((wave) => wave.sets.includes(name)));
  const isOne = waves.length <= 1;
  return (
    <Section title={isOne ? 'Hosts' : 'Waves'} aside={<p class="soft">{committedWords(view)}</p>}>
      {!isOne && <WaveBar waves={waves} />}
      {sets.length === 0 && <Empty title="No host has begun yet." />}
      {waves
        .filter(({ sets: names }) => names.length > 0)
        .toReversed()
        .map((wave) => (
          <section key={wave.wave} class="wave" aria-label={`Wave ${wave.wave}`}>
            {!isOne && (
              <h3>
                Wave {wave.wave} of {waves.length} <span class="soft">{waveWords[wave.state]}</span>
              </h3>
            )}
            <Sets sets={isOf(wave)} phases={phases} />
          </section>
        ))}
      <Sets sets={others} phases={phases} />
    </Section>
  );
}

const committedWords = ({ hosts }: RolloutView): string =>
  `${hosts.filter(({ phase }) => phase === 'committed').length} of ${counted(hosts.length, 'host')} committed`;

const waveWords: Readonly<Record<WaveLook['state'], string>> = {
  done: 'done',
  now: 'under way',
  ended: 'ended here',
  coming: 'not begun',
};

const WaveBar = ({ waves }: { readonly waves: readonly WaveLook[] }) => (
  <ol class="wave-bar" aria-label="Waves">
    {waves.map(({ wave, state }) => (
      <li key={wave} class={`wave-step wave-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
        <strong>{wave}</strong> <span>{waveWords[state]}</span>
      </li>
    ))}
  </ol>
);

const Sets = ({
  sets,
  phases,
}: {
  readonly sets: readonly SetLook[];
  readonly phases: ReadonlyMap<string, HostPhase>;
}) => (
  <ul class="sets">
    {sets.map(({ name, hosts, proofs }) => (
      <li key={name} class="set">
        <p class="set-name">{name}</p>
        {hosts.map((host) => (
          <HostRow key={host.host} host={host} phase={phases.get(host.host)} />
        ))}
        {proofs.map((proof, nth) => (
          <ProofRow key={`${proof.link} ${proof.test ?? nth}`} proof={proof} />
        ))}
      </li>
    ))}
  </ul>
);

const marks = ['prepared', 'verified', 'committed'] as const;

function HostRow({
  host: { host, phase, why },
  phase: doing,
}: {
  readonly host: RolloutHostView;
  readonly phase: HostPhase | undefined;
}) {
  const standing = hostStandings[phase];
  return (
    <div class={`set-row set-${standing.tone}`}>
      <p class="set-who">
        <a href={`/hosts/${encodeURIComponent(host)}`}>{host}</a>
        <StandingWords of={standing} />
      </p>
      {standing.reached > 0 && (
        <ol class="way" aria-hidden="true">
          {marks.map((mark, nth) => (
            <li key={mark} class={nth < standing.reached ? 'way-done' : ''}>
              {mark}
            </li>
          ))}
        </ol>
      )}
      {doing !== undefined && standing.tone === 'busy' && (
        <p class="soft">
          step {doing.step} of {doing.steps}: {doing.sentence}
        </p>
      )}
      {why !== '' && <p class="soft">{why}</p>}
    </div>
  );
}

const ProofRow = ({ proof: { link, passed, test, why } }: { readonly proof: ProofView }) => (
  <div class={`set-row set-${passed ? 'ok' : 'degraded'}`}>
    <p class="set-who">
      <span>
        proof over <a href={`/links/${encodeURIComponent(link)}`}>{link}</a>
      </span>
      <span class={`health health-${passed ? 'ok' : 'degraded'}`}>
        <HealthMark health={passed ? 'ok' : 'degraded'} />
        {test === null ? (
          passed ? (
            'passed'
          ) : (
            'failed'
          )
        ) : (
          <a href={`/tests/${encodeURIComponent(test)}`}>{passed ? 'passed' : 'failed'}</a>
        )}
      </span>
    </p>
    {why !== '' && <p class="soft">{why}</p>}
  </div>
);
