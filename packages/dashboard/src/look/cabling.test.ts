import type { EndView, LinkView, PortLacpView, PortView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { cablingOf } from './cabling.ts';

const port = (name: string, up: boolean, lacp: Partial<PortLacpView> | null = null) =>
  ({ name, up, lacp }) as unknown as PortView;

const end = (systemMac: string | null, ...ports: readonly PortView[]) =>
  ({
    presence: 'connected',
    bond: { ports, lacp: systemMac === null ? null : { systemMac } },
  }) as unknown as EndView;

const link = (medium: LinkView['medium'], near: EndView, far: EndView) =>
  ({ medium, ends: [near, far] }) as unknown as LinkView;

const near = (partnerMac = 'b') =>
  end(
    'a',
    port('eth0', true, { number: 1, partnerNumber: 2, partnerMac }),
    port('eth1', true, { number: 2, partnerNumber: 1, partnerMac }),
  );
const far = end('b', port('enp1', true, { number: 1 }), port('enp2', false, { number: 2 }));

test('LACP says which port faces which', () => {
  expect(cablingOf(link('direct', near(), far))).toMatchObject({
    cables: [
      { from: 0, to: 1, works: false, isKnown: true },
      { from: 1, to: 0, works: true, isKnown: true },
    ],
    sentence: 'LACP says which port faces which.',
  });
});

test('a partner that is not the other end says nothing of the other end', () => {
  const { cables, sentence } = cablingOf(link('direct', near('elsewhere'), far)) as never as {
    cables: readonly { from: number; to: number; isKnown: boolean }[];
    sentence: string;
  };
  expect(cables.map(({ from, to, isKnown }) => [from, to, isKnown])).toEqual([
    [0, 0, false],
    [1, 1, false],
  ]);
  expect(sentence).toContain('in the order of the ports');
});

test('without LACP ports are paired in their order, as far as there are two', () => {
  const cabling = cablingOf(
    link('direct', end(null, port('a', true), port('b', true)), end(null, port('c', true))),
  );
  expect(cabling).toMatchObject({ cables: [{ from: 0, to: 0, works: true, isKnown: false }] });
});

test('of a host that is not connected nobody knows whether a cable works', () => {
  const lost: EndView = { ...far, presence: 'lost' };
  expect(cablingOf(link('direct', near(), lost))).toMatchObject({
    cables: [{ works: null }, { works: null }],
  });
});

test('an end that shows nothing has no cable, and a switch has none that hosts see', () => {
  const nothing = { bond: null } as unknown as EndView;
  expect(cablingOf(link('direct', nothing, far))).toMatchObject({ cables: [] });
  expect(cablingOf(link('switched', near(), far))).toMatchObject({ kind: 'switched' });
});
