import { describe, expect, test } from 'vitest';
import { canonicalCidr, contains, parseCidr } from './cidr.ts';

describe('an address with its prefix', () => {
  test.each([
    ['10.9.0.1/24', '10.9.0.1/24', '10.9.0.0/24'],
    ['10.9.0.200/25', '10.9.0.200/25', '10.9.0.128/25'],
    ['0.0.0.0/0', '0.0.0.0/0', '0.0.0.0/0'],
    ['FD00:0:0::1/64', 'fd00::1/64', 'fd00::/64'],
    ['fd00:0:0:1:0:0:0:9/60', 'fd00:0:0:1::9/60', 'fd00::/60'],
    ['::/0', '::/0', '::/0'],
    ['1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8/128'],
    ['1:0:3:4:5:6:7:0/128', '1:0:3:4:5:6:7:0/128', '1:0:3:4:5:6:7:0/128'],
  ])('%s is read as %s in %s', (text, canonical, subnet) => {
    expect(parseCidr(text)).toMatchObject({ text: canonical, subnet });
  });

  test.each([
    '',
    '10.9.0.1',
    '10.9.0/24',
    '10.9.0.256/24',
    '010.9.0.1/24',
    '10.9.0.1/33',
    '10.9.0.1/24/1',
    'fd00::1::2/64',
    'fd00:1/64',
    'g::/64',
    '::/129',
    '1:2:3:4:5:6:7:8::/64',
  ])('"%s" is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(canonicalCidr(text)).toBe(text);
  });

  test('a subnet knows its addresses', () => {
    const cidr = parseCidr('10.9.0.1/24');
    expect(
      cidr && [contains(cidr, '10.9.0.254'), contains(cidr, '10.9.1.1'), contains(cidr, 'fd00::1')],
    ).toEqual([true, false, false]);
  });
});
