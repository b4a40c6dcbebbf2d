import type { FleetLink } from '@bondctl/proto/model/fleet';

/** One link of the fleet, or all of them. */
export function LinkSelect({
  links,
  link,
  onLink,
}: {
  readonly links: readonly FleetLink[];
  readonly link: string | null;
  readonly onLink: (link: string | null) => void;
}) {
  const names = links.map(({ name }): string => name);
  // An address may name a link that is not there any more; it is what is shown all the same.
  const all = link === null || names.includes(link) ? names : [link, ...names];
  return (
    <label class="select">
      Link
      <select value={link ?? ''} onChange={(event) => onLink(event.currentTarget.value || null)}>
        <option value="">all links</option>
        {all.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
