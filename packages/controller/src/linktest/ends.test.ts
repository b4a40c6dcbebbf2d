import type { BondName, HostId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { endFactsOf } from '../../../../test/fakes/fake-test.ts';
import { type EndFacts, pathBetween } from './ends.ts';

const end = (host: string, bond: string, addresses: readonly string[]): EndFacts =>
  endFactsOf(host, { end: { host: host as HostId, bond: bond as BondName }, addresses });

describe('the addresses of a test', () => {
  test('two in one network', () => {
    const path = pathBetween(
      end('alpha', 'b0', ['192.0.2.1/24', '10.9.0.1/24', 'fe80::1/64']),
      end('beta', 'b1', ['10.9.0.2/24', 'fe80::2/64']),
    );
    expect(path).toEqual({
      ok: true,
      value: { family: 4, from: '10.9.0.1', to: '10.9.0.2', toSeenFrom: '10.9.0.2', fromSeenTo: '10.9.0.1' },
    });
  });

  test('IPv6 before link-local', () => {
    const path = pathBetween(
      end('alpha', 'b0', ['fe80::1/64', 'fd00::1/64']),
      end('beta', 'b1', ['fe80::2/64', 'fd00::2/64']),
    );
    expect(path).toMatchObject({ ok: true, value: { family: 6, from: 'fd00::1', to: 'fd00::2' } });
  });

  test("link-local addresses carry the scope of the end's own bond", () => {
    expect(pathBetween(end('alpha', 'b0', ['fe80::1/64']), end('beta', 'b1', ['fe80::2/64']))).toEqual({
      ok: true,
      value: {
        family: 6,
        from: 'fe80::1%b0',
        to: 'fe80::2%b1',
        toSeenFrom: 'fe80::2%b0',
        fromSeenTo: 'fe80::1%b1',
      },
    });
  });

  test.each([
    ['none at all', [], []],
    ['different networks', ['10.9.0.1/24'], ['10.8.0.2/24']],
    ['different prefixes', ['10.9.0.1/24'], ['10.9.0.2/16']],
    ['one without', ['fe80::1/64'], ['10.9.0.2/24']],
  ])('%s: cannot be tested, and says so', (_name, a, b) => {
    const path = pathBetween(end('alpha', 'b0', a), end('beta', 'b1', b));
    expect(path).toMatchObject({ ok: false, error: expect.stringContaining('cannot be tested') });
  });
});
