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

  test.each([
    [
      'names beside choices',
      { ports: ['eth1'], choices: [{ name: 'eth1' }] },
      'choices',
      'stands beside ports',
    ],
    ['a way of a later version', { choices: [{}] }, 'choices[0]', 'has no member this side knows'],
    [
      'two ways at once',
      { choices: [{ mac: 'a', path: 'b' }] },
      'choices[0]',
      'has the members mac and path at once',
    ],
    [
      'a driver that is counted to none',
      { choices: [{ driver: { driver: 'igb', count: 0 } }] },
      'choices[0].driver.count',
      'is 0, not a whole number from 1 to 4294967295',
    ],
    ['none at all', {}, 'ports', 'is empty'],
  ])('are refused with their place: %s', (_title, ports, place, message) => {
    const spec = { name: 'sync0', mode: 1, options: [], ...ports };
    expect(
      order.read({ plan: { desired: [{ present: { allowControlPath: false, spec } }] } }, 'order'),
    ).toEqual({
      ok: false,
      error: { place: `order.plan.desired[0].present.spec.${place}`, message },
    });
  });
});
