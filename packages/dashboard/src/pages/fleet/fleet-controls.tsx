import type { FleetView } from '@bondctl/proto/model/fleet';
import type { Health } from '@bondctl/proto/model/view';
import { type FleetQuery, fleetGroups, fleetSorts } from '../../look/fleet-query.ts';
import type { Tile } from '../../look/fleet-tiles.ts';
import { countHealths, healthSigns, healths } from '../../look/health.ts';
import { Choice } from '../../parts/choice.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';

interface ControlsProps {
  readonly query: FleetQuery;
  readonly all: readonly Tile[];
  readonly fleet: FleetView;
  readonly onChange: (to: Partial<FleetQuery>) => void;
}

/** What is shown and how; all of it stands in the address. The counts are those of everything, whatever is filtered. */
export function FleetControls({ query, all, fleet, onChange }: ControlsProps) {
  return (
    <div class="controls">
      <Choice
        label="What to show"
        choices={[
          { value: 'links', text: `Links ${fleet.links.length}` },
          { value: 'hosts', text: `Hosts ${fleet.hosts.length}` },
        ]}
        chosen={query.show}
        onChoose={(show) => onChange({ show })}
      />
      <HealthFilter query={query} all={all} onChange={onChange} />
      <input
        type="search"
        class="search"
        aria-label="Part of a name"
        placeholder="Filter by name"
        value={query.text}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label="Sort"
        value={query.sort}
        values={query.show === 'links' ? fleetSorts : fleetSorts.filter((sort) => sort !== 'percent')}
        words={sortWords}
        onSelect={(sort) => onChange({ sort })}
      />
      <Select
        label="Group"
        value={query.group}
        values={query.show === 'links' ? fleetGroups : fleetGroups.filter((group) => group !== 'host')}
        words={query.show === 'links' ? groupWords : { ...groupWords, medium: 'by presence' }}
        onSelect={(group) => onChange({ group })}
      />
    </div>
  );
}

const sortWords: Readonly<Record<FleetQuery['sort'], string>> = {
  worst: 'worst first',
  name: 'by name',
  percent: 'slowest first',
};

const groupWords: Readonly<Record<FleetQuery['group'], string>> = {
  none: 'all together',
  health: 'by health',
  medium: 'by medium',
  host: 'by host',
};

function HealthFilter({ query, all, onChange }: Omit<ControlsProps, 'fleet'>) {
  const counts = countHealths(all);
  const toggled = (health: Health) =>
    query.healths.includes(health)
      ? query.healths.filter((one) => one !== health)
      : [...query.healths, health];
  return (
    <fieldset class="choice">
      <legend class="unseen">Health</legend>
      {healths.map((health) => (
        <button
          key={health}
          type="button"
          class="choice-one"
          aria-pressed={query.healths.includes(health)}
          onClick={() => onChange({ healths: toggled(health) })}
        >
          <HealthMark health={health} />
          {counts[health]} <span class="choice-word">{healthSigns[health].word}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Select<T extends string>({
  label,
  value,
  values,
  words,
  onSelect,
}: {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly onSelect: (value: T) => void;
}) {
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onSelect(event.currentTarget.value as T)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
