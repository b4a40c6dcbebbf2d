import { formatEnd } from '@bondctl/proto/model/names';
import type { EndView, LinkView } from '@bondctl/proto/model/view';
import { cablingOf } from '../../look/cabling.ts';
import { HealthMark, HealthWord } from '../../parts/health-mark.tsx';
import { Section } from '../../parts/page.tsx';
import { Cables } from './cables.tsx';
import { PortRow } from './port-row.tsx';

/** Two hosts, their bonds and ports, and what lies between them, drawn as it is cabled. */
export function Cabled({ link }: { readonly link: LinkView }) {
  const cabling = cablingOf(link);
  const [near, far] = link.ends;
  return (
    <Section title="As it is cabled" aside={<p class="soft">{cabling.sentence}</p>}>
      <div class="cabled">
        <EndBox end={near} side="near" />
        <Cables cabling={cabling} near={drawn(near)} far={drawn(far)} />
        <EndBox end={far} side="far" />
      </div>
    </Section>
  );
}

const drawn = ({ bond, presence }: EndView) => ({
  ports: bond?.ports ?? [],
  isCurrent: presence === 'connected',
});

function EndBox({ end, side }: { readonly end: EndView; readonly side: 'near' | 'far' }) {
  const { host, name, bond, presence } = end;
  const isCurrent = presence === 'connected';
  return (
    <section
      class={`end end-${side}${isCurrent ? '' : ' end-old'}`}
      aria-label={formatEnd({ host, bond: name })}
    >
      <header class="end-head">
        <h3>
          <a href={`/hosts/${encodeURIComponent(host)}`}>{host}</a>
        </h3>
        <p class="soft">{isCurrent ? presence : `${presence}; as it said last`}</p>
      </header>
      <div class="bond-head">
        <p>
          <strong>{name}</strong>{' '}
          {bond !== null && <HealthWord health={isCurrent ? bond.health : 'unknown'} />}
        </p>
        <p class="soft">
          {bond === null ? 'not shown by the host' : `${bond.mode}, MTU ${bond.mtu ?? 'unknown'}`}
        </p>
      </div>
      {bond === null || bond.ports.length === 0 ? (
        <p class="no-ports">
          <HealthMark health="unknown" /> no ports
        </p>
      ) : (
        <ul class="ports">
          {bond.ports.map((port) => (
            <PortRow key={port.name} port={port} host={host} bond={bond} isCurrent={isCurrent} />
          ))}
        </ul>
      )}
    </section>
  );
}
