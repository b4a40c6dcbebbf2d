import { describe, expect, test } from 'vitest';
import type { BondSpec } from '../model/bond.ts';
import type { Order } from '../model/command.ts';
import type { IfName } from '../model/names.ts';
import type { PortChoice } from '../model/port-choice.ts';
import type { NonEmpty } from '../model/result.ts';
import { orders } from '../wire/codec.ts';
import { order } from './command.ts';

const eth2 = 'eth2' as IfName;

function specWith(...ports: NonEmpty<PortChoice>): BondSpec {
  return { name: 'sync0' as IfName, mode: 'balance-rr', ports, options: {}, mtu: null, addresses: null };
}

function sent(spec: BondSpec) {
  const asked: Order = { kind: 'plan', desired: [{ state: 'present', spec, allowControlPath: false }] };
  const written = order.write(asked, 'order');
  if (!written.ok) throw new Error(written.error.message);
  const arrived = orders.decode(orders.encode(written.value));
  if (!arrived.ok) throw new Error(arrived.error);
  return { asked, arrived: arrived.value, wire: arrived.value.plan?.desired?.[0]?.present?.spec };
}

describe('the ports of a bond on the wire', () => {
  test('are their names where they are nothing else, as agents of every version read them', () => {
    const { wire } = sent(specWith(eth2));
    expect(wire?.ports).toEqual(['eth2']);
    expect(wire?.choices ?? []).toEqual([]);
  });

  test('are no names where one is a match, so that an agent which knows only names finds none and refuses', () => {
    const { asked, arrived, wire } = sent(
      specWith(eth2, { mac: '02:00:00:00:00:01' }, { path: 'pci-*' }, { driver: 'igb', count: 2 }),
    );
    expect(wire?.ports ?? []).toEqual([]);
    expect(order.read(arrived, 'order')).toEqual({ ok: true, value: asked });
  });
});
