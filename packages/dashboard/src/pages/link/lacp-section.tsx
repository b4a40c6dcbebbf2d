import { formatEnd } from '@bondctl/proto/model/names';
import type { EndView } from '@bondctl/proto/model/view';
import { lacpSides } from '../../look/lacp.ts';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';

/** What LACP says at both ends, side by side. */
export function LacpSection({ ends }: { readonly ends: readonly [EndView, EndView] }) {
  const sides = lacpSides(ends);
  return (
    <Section title="LACP">
      {sides.kind === 'none' ? (
        <p class="soft">{sides.sentence}</p>
      ) : (
        <Table
          caption="LACP at both ends"
          columns={[
            { head: 'what' },
            ...ends.map(({ host, name }) => ({ head: formatEnd({ host, bond: name }) })),
          ]}
          rows={sides.rows.map(({ what, ends: said }) => ({ key: what, cells: [what, ...said] }))}
        />
      )}
    </Section>
  );
}
