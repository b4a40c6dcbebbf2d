import type { BondView, PortView } from '@bondctl/proto/model/view';
import { speedText } from '../../look/figures.ts';
import { HealthMark, HealthWord } from '../../parts/health-mark.tsx';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';

/** One bond of a host with its ports, and whether it outlives a reboot. */
export function BondSection({ bond }: { readonly bond: BondView }) {
  return (
    <Section title={bond.name} aside={<HealthWord health={bond.health} />}>
      <p class="soft">
        {[
          bond.mode,
          `MTU ${bond.mtu ?? 'unknown'}`,
          bond.addresses.length === 0 ? 'no address' : bond.addresses.join(', '),
          ...(bond.lacp === null ? [] : [`LACP: ${bond.lacp.sentence}`]),
        ].join(' · ')}
      </p>
      {bond.sentence !== '' && <p class={`health-${bond.health}`}>{bond.sentence}</p>}
      <p class="soft">{bond.kept === null ? 'Not confirmed by bondctl, so nothing is kept.' : bond.kept}</p>
      <Table
        caption={`Ports of ${bond.name}`}
        columns={[
          { head: 'port' },
          { head: 'state' },
          { head: 'speed', figures: true },
          { head: 'duplex' },
          { head: 'failures', figures: true },
        ]}
        rows={bond.ports.map((port) => ({ key: port.name, cells: cellsOf(port, bond) }))}
      />
    </Section>
  );
}

const cellsOf = (port: PortView, bond: BondView) => [
  <>
    {port.name} {bond.activePort === port.name && <span class="tag">active</span>}
  </>,
  <span key="state" class={`health health-${port.up ? 'ok' : 'down'}`}>
    <HealthMark health={port.up ? 'ok' : 'down'} />
    {port.miiStatus}
  </span>,
  speedText(port.speedMbps),
  port.duplex ?? 'unknown',
  String(port.linkFailureCount),
];
