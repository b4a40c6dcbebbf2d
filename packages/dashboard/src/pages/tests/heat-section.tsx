import type { FleetView } from '@bondctl/proto/model/fleet';
import { useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../look/figures.ts';
import { type HeatMap, heatMap, heatSteps, movedPair } from '../../look/heat.ts';
import { FleetAwaited } from '../../parts/fleet-awaited.tsx';
import { Empty } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';

/** Every host against every host, by the last test of the link between them. */
export function HeatSection({
  fleet,
  hosts,
  onHosts,
}: {
  readonly fleet: FleetView | null;
  readonly hosts: string;
  readonly onHosts: (text: string) => void;
}) {
  const links = fleet?.links;
  const map = useMemo(() => heatMap(links ?? [], hosts), [links, hosts]);
  return (
    <Section
      title="Host by host"
      aside={
        <>
          <p class="soft">percent of what each configuration can carry, by the last test of its link</p>
          <input
            type="search"
            class="search"
            aria-label="Part of a host's name"
            placeholder="Filter by host"
            value={hosts}
            onInput={(event) => onHosts(event.currentTarget.value)}
          />
        </>
      }
    >
      {fleet === null ? (
        <FleetAwaited />
      ) : map.hosts.length === 0 ? (
        <Empty
          title={hosts === '' ? 'The accepted spec has no links.' : `No link joins hosts with "${hosts}".`}
        />
      ) : (
        <>
          <Grid map={map} />
          <Legend left={map.left} />
        </>
      )}
    </Section>
  );
}

/** A table with one stop for the tab key; arrows move from pair to pair. */
function Grid({ map }: { readonly map: HeatMap }) {
  const { hosts, rows } = map;
  const body = useRef<HTMLTableSectionElement>(null);
  const [reached, setReached] = useState(0);
  const cells = rows.flat();
  const stop = cells[reached] ? reached : cells.findIndex((cell) => cell !== null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedPair(event.key, stop, map);
    if (to === undefined) return;
    event.preventDefault();
    setReached(to);
    body.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  };

  return (
    <div class={`heat${hosts.length > 16 ? ' heat-dense' : ''}`}>
      <table>
        <caption class="unseen">Percent of what each configuration can carry, host by host</caption>
        <thead>
          <tr>
            <td />
            {hosts.map((host) => (
              <th key={host} scope="col">
                <span>{host}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, at) => (
            <tr key={hosts[at]}>
              <th scope="row">{hosts[at]}</th>
              {row.map((cell, nth) => (
                <td key={hosts[nth]}>
                  {cell !== null && (
                    <a
                      href={cell.href}
                      class={`cell cell-${cell.step}${cell.isWrong ? ' cell-wrong' : ''}`}
                      aria-label={cell.sentence}
                      title={cell.sentence}
                      tabIndex={at * hosts.length + nth === stop ? 0 : -1}
                      data-at={at * hosts.length + nth}
                      onFocus={() => setReached(at * hosts.length + nth)}
                    >
                      {cell.percent === null ? '–' : cell.percent.toFixed(0)}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Legend = ({ left }: { readonly left: number }) => (
  <ul class="heat-legend" aria-label="Legend">
    {heatSteps.map(({ name, words }) => (
      <li key={name}>
        <i class={`cell cell-${name}`} />
        {words}
      </li>
    ))}
    <li>
      <i class="cell cell-none">–</i>
      not measured
    </li>
    <li>
      <i class="cell cell-full cell-wrong" />
      the link is not ok
    </li>
    {left > 0 && <li class="soft">{counted(left, 'host')} not drawn</li>}
  </ul>
);
