import { useWorld } from '../../state/world.ts';

/** The whole cluster, one host or one link. */
export function AboutSelect({
  about,
  onAbout,
}: {
  readonly about: string | null;
  readonly onAbout: (about: string | null) => void;
}) {
  const fleet = useWorld().live.fleet.value;
  const links = (fleet?.links ?? []).map(({ name }): string => name);
  const hosts = (fleet?.hosts ?? []).map(({ host }): string => host);
  const isKnown = about === null || links.includes(about) || hosts.includes(about);
  return (
    <label class="select">
      About
      <select value={about ?? ''} onChange={(event) => onAbout(event.currentTarget.value || null)}>
        <option value="">the whole cluster</option>
        {!isKnown && <option value={about}>{about}</option>}
        <optgroup label="Links">
          {links.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="Hosts">
          {hosts.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
