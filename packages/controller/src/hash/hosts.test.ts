import { describe, expect, test } from 'vitest';
import { byteSwap, parseHosts } from './hosts.ts';

const alpha = { mac: '02:00:00:00:00:01', ip: '10.0.0.1' };
const beta = { mac: '02:00:00:00:00:02', ip: '10.0.0.2' };

describe('two hosts', () => {
  test('are read as the kernel loads them', () => {
    expect(parseHosts(alpha, { ...beta, mac: 'AA:bb:Cc:01:02:03' }, 7)).toEqual({
      ok: true,
      value: {
        family: 4,
        from: { mac: { vendor: 0x02_00_00, device: 1 }, ip: 0x01_00_00_0a },
        to: { mac: { vendor: 0xaa_bb_cc, device: 0x01_02_03 }, ip: 0x02_00_00_0a },
        vlan: 7,
      },
    });
  });

  test('an IPv6 address is folded to the exclusive or of its words, with or without the scope that we add', () => {
    const from = { ...alpha, ip: '2001:db8::1:2' };
    const to = { ...beta, ip: 'fe80::ff:fe00:1%bond0' };
    expect(parseHosts(from, to, null)).toMatchObject({
      value: {
        family: 6,
        from: { ip: byteSwap(0x2001_0db8 ^ 0x0001_0002) },
        to: { ip: byteSwap((0xfe80_0000 ^ 0x0000_00ff ^ 0xfe00_0001) >>> 0) },
      },
    });
  });

  test.each([
    [{ mac: '02-00-00-00-00-01' }, '"02-00-00-00-00-01" is not a hardware address like 02:00:00:00:00:01'],
    [{ mac: '02:00:00:00:00' }, '"02:00:00:00:00" is not a hardware address like 02:00:00:00:00:01'],
    [{ mac: '2:0:0:0:0:1' }, '"2:0:0:0:0:1" is not a hardware address like 02:00:00:00:00:01'],
    [{ ip: '10.0.0' }, '"10.0.0" is not an IPv4 or IPv6 address of one host'],
    [{ ip: '10.0.0.01' }, '"10.0.0.01" is not an IPv4 or IPv6 address of one host'],
    [{ ip: '10.0.0.1/24' }, '"10.0.0.1/24" is not an IPv4 or IPv6 address of one host'],
    [{ ip: '10.0.0.1%bond0' }, '"10.0.0.1%bond0" is not an IPv4 or IPv6 address of one host'],
    [{ ip: '2001:db8::1%bond0' }, '"2001:db8::1%bond0" is not an IPv4 or IPv6 address of one host'],
    [{ ip: ' 10.0.0.1' }, '" 10.0.0.1" is not an IPv4 or IPv6 address of one host'],
    [{ ip: 'fe80::1' }, 'fe80::1 and 10.0.0.2 are not of one family: both IPv4 or both IPv6'],
  ])('%j is refused in one sentence', (change, error) => {
    expect(parseHosts({ ...alpha, ...change }, beta, null)).toEqual({ ok: false, error });
  });

  test.each([0, 4095, 1.5])('%d is no VLAN', (vlan) => {
    expect(parseHosts(alpha, beta, vlan)).toEqual({
      ok: false,
      error: `${vlan} is not a VLAN id: 1 to 4094`,
    });
  });

  test('the second host is looked at too', () => {
    expect(parseHosts(alpha, { ...beta, mac: '' }, null)).toMatchObject({ ok: false });
  });
});
