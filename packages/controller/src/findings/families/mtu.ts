import type { BondEvidence, Evidence, LinkEvidence, PortEvidence } from '../evidence.ts';
import { deviceFact, firstOf, nameOf, sources } from '../facts.ts';
import { grouped } from '../grouped.ts';
import { type Held, heldBy, networkOf } from '../held.ts';
import { type Found, ofBonds, ofLinks, ofPorts, type Rule, type Said } from '../rule.ts';
import { lossSymptoms, pathSymptoms, testSymptoms } from '../symptoms.ts';

/** One MTU everywhere: port, bond, VLAN, peer. */
export const mtu = [
  {
    id: 'port-mtu-below-bond',
    severity: 'fault',
    source: sources.main,
    explains: [...pathSymptoms, ...lossSymptoms, ...testSymptoms],
    find: ofPorts((port, bond) => {
      const [own, whole] = mtusOf(port, bond);
      return own < whole
        ? portMtu(port, bond, 'a smaller MTU', 'drops the largest frames that the bond gives it')
        : null;
    }),
  },
  {
    id: 'port-mtu-above-bond',
    severity: 'warning',
    source: sources.main,
    explains: [],
    find: ofPorts((port, bond) => {
      const [own, whole] = mtusOf(port, bond);
      return own > whole
        ? portMtu(port, bond, 'a larger MTU', 'was changed behind the back of the bond')
        : null;
    }),
  },
  {
    id: 'vlan-mtu-below-bond',
    severity: 'note',
    source: 'net/8021q/vlan.c',
    explains: [],
    find: ofBonds((bond) => {
      const { device, host, vlans } = bond;
      const small = device === undefined ? [] : vlans.filter((vlan) => vlan.mtu < device.mtu);
      if (device === undefined || small.length === 0) return null;
      return {
        cause: `VLANs of ${nameOf(bond)} have a smaller MTU than the bond.`,
        evidence: firstOf([device, ...small].map((one) => deviceFact(host, one, `mtu ${one.mtu}`))),
        advice:
          'Raise the MTU of the VLANs if they shall carry jumbo frames: a VLAN keeps its own when its bond is raised.',
      };
    }),
  },
  {
    id: 'link-mtu-differs',
    severity: 'fault',
    source: sources.main,
    explains: ['network-mtu-differs', ...pathSymptoms, ...lossSymptoms, ...testSymptoms],
    find: ofLinks(({ ends }) => {
      const [a, b] = ends.map(({ device }) => device?.mtu);
      if (a === undefined || b === undefined || a === b) return null;
      return {
        cause:
          'The ends have different MTUs, so large frames vanish one way: small ones pass, and a copy stalls.',
        evidence: ends.flatMap(mtuFact),
        advice: 'Give both ends and the switch between them one MTU.',
      };
    }),
  },
  {
    id: 'link-vlan-mtu-differs',
    severity: 'fault',
    source: 'net/8021q/vlan.c',
    explains: ['network-mtu-differs', ...pathSymptoms, ...lossSymptoms, ...testSymptoms],
    find: ofLinks(vlansDiffer),
  },
  {
    id: 'network-mtu-differs',
    severity: 'warning',
    source: 'https://www.rfc-editor.org/rfc/rfc4821',
    explains: [...pathSymptoms, ...lossSymptoms, ...testSymptoms],
    find: networksDiffer,
  },
] as const satisfies readonly Rule[];

/** The MTUs of a port and of its bond; equal where one is not known. */
const mtusOf = (port: PortEvidence, bond: BondEvidence): readonly [number, number] =>
  port.device === undefined || bond.device === undefined ? [0, 0] : [port.device.mtu, bond.device.mtu];

function portMtu(port: PortEvidence, bond: BondEvidence, size: string, so: string): Said {
  const devices = [port.device, bond.device].flatMap((one) => one ?? []);
  return {
    cause: `${port.state.name} has ${size} than ${nameOf(bond)} and ${so}.`,
    evidence: devices.map((one) => deviceFact(port.host, one, `mtu ${one.mtu}`)),
    advice: 'Set the MTU of the bond again: it sets all of its ports.',
  };
}

const mtuFact = ({ host, device }: BondEvidence): readonly string[] =>
  device === undefined ? [] : [deviceFact(host, device, `mtu ${device.mtu}`)];

/** VLANs are the same where they have the same name at both ends. */
function vlansDiffer({ ends: [a, b] }: LinkEvidence): Said | null {
  const pairs = a.vlans.flatMap((one) => {
    const other = b.vlans.find(({ name }) => name === one.name);
    return other === undefined || other.mtu === one.mtu ? [] : [[one, other] as const];
  });
  if (pairs.length === 0) return null;
  return {
    cause: `${pairs.map(([{ name }]) => name).join(', ')} has different MTUs at both ends, so large frames vanish one way.`,
    evidence: firstOf(
      pairs.flatMap(([one, other]) => [
        deviceFact(a.host, one, `mtu ${one.mtu}`),
        deviceFact(b.host, other, `mtu ${other.mtu}`),
      ]),
    ),
    advice: 'Give the VLAN one MTU at both ends.',
  };
}

/** Who shares a network shares its MTU. Networks without a bond are not ours to judge. */
function networksDiffer({ hosts }: Evidence): readonly Found[] {
  const networks = grouped(hosts.flatMap(heldBy), ({ cidr }) => networkOf(cidr));
  return [...networks.values()]
    .filter((group) => group.some(({ subject }) => subject.kind === 'bond'))
    .flatMap(networkDiffers);
}

/** Says it of those whose MTU is not that of most; where no MTU is that of most, of all. */
function networkDiffers(group: readonly Held[]): readonly Found[] {
  const byMtu = [...grouped(group, ({ device }) => device.mtu)];
  const [most, next, ...rest] = byMtu.toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined || next === undefined) return [];
  const odd = [...(most[1].length > next[1].length ? [] : [most]), next, ...rest];
  const facts = byMtu.map(([size, holders]) => [size, sizeFact(holders)] as const);
  return odd.flatMap(([size, holders]) => {
    const others = firstOf(facts.filter(([other]) => other !== size).flatMap(([, fact]) => fact));
    return holders.map((one) => networkMtu(one, others));
  });
}

/** The first of those who have an MTU, and how many more have it. */
function sizeFact([first, ...more]: readonly Held[]): readonly string[] {
  if (first === undefined) return [];
  const fact = deviceFact(first.host, first.device, `mtu ${first.device.mtu}`);
  return [more.length === 0 ? fact : `${fact}, and ${more.length} more like it`];
}

const networkMtu = ({ host, subject, device, cidr }: Held, others: readonly string[]): Found => ({
  subject,
  cause: `${device.name} of ${host} has MTU ${device.mtu}, others in the network of ${cidr.text} have another one.`,
  evidence: [deviceFact(host, device, `mtu ${device.mtu}`), ...others],
  advice:
    'Give all hosts of a network one MTU; until then large frames get lost where nothing tells the sender.',
});
