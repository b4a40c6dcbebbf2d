// Plans as they come: what a host answers, in the shapes that the page of a plan takes.
import type { BondName, HostId, IfName, LinkName } from '@bondctl/proto/model/names';
import type { Disruption, PlannedStep } from '@bondctl/proto/model/step';
import type { PlanView } from '@bondctl/proto/model/view';

const bond = 'sync0' as BondName;
const port = (name: string) => name as IfName;

const step = (
  planned: PlannedStep['step'],
  sentence: string,
  disruption: Disruption = 'none',
  loses: readonly string[] = [],
): PlannedStep => ({ step: planned, sentence, disruption, loses });

/** A change of mode and MTU: the bond is taken apart and made anew. */
const rebuilt = (address: string): readonly PlannedStep[] => [
  step({ do: 'linkDown', device: bond }, 'set sync0 down', 'bond down', [`route 10.9.0.0/24`]),
  step({ do: 'removePort', bond, port: port('eth3') }, 'take eth3 out of sync0', 'port flap'),
  step({ do: 'removePort', bond, port: port('eth2') }, 'take eth2 out of sync0', 'port flap'),
  step(
    { do: 'setMode', bond, from: '802.3ad', to: 'balance-rr' },
    'change the mode of sync0 from 802.3ad to balance-rr',
    'bond rebuilt',
  ),
  step({ do: 'addPort', bond, port: port('eth2') }, 'put eth2 into sync0', 'port flap'),
  step({ do: 'addPort', bond, port: port('eth3') }, 'put eth3 into sync0', 'port flap'),
  step({ do: 'addPort', bond, port: port('eth4') }, 'put eth4 into sync0', 'port flap'),
  step({ do: 'setMtu', device: bond, from: 1500, to: 9000 }, 'change the MTU of sync0 from 1500 to 9000'),
  step({ do: 'linkUp', device: bond }, 'set sync0 up'),
  step({ do: 'addAddress', device: bond, cidr: address }, `give sync0 the address ${address}`),
];

const small = (host: string): PlanView['changeSets'][number] => ({
  name: 'store',
  participants: [
    {
      host: host as HostId,
      steps: [
        step(
          { do: 'setOption', bond, option: 'miimon', from: '0', to: '100' },
          'change miimon of sync0 from 0 to 100',
        ),
        step(
          { do: 'setMac', device: bond, from: '52:54:00:00:00:0a', to: '52:54:00:00:00:0b' },
          'change the MAC',
        ),
        step(
          { do: 'keep', bond, backend: 'networkd', files: ['/etc/systemd/network/50-bondctl-sync0.netdev'] },
          'write /etc/systemd/network/50-bondctl-sync0.netdev once it is confirmed',
        ),
      ],
    },
  ],
  proofs: [],
  witnesses: ['delta' as HostId],
  unproven: [`${host}/sync0`],
  deadlineMs: 24_000,
});

/** Two ends that change together, and a small change in the wave after them. */
export const twoWaves: PlanView = {
  digest: 'f3a91c07',
  nothingToDo: false,
  changeSets: [
    {
      name: 'drbd',
      participants: [
        { host: 'alpha' as HostId, steps: rebuilt('10.9.0.1/24') },
        { host: 'beta' as HostId, steps: rebuilt('10.9.0.2/24') },
      ],
      proofs: ['drbd' as LinkName],
      witnesses: [],
      unproven: [],
      deadlineMs: 52_000,
    },
    small('gamma'),
  ],
  waves: [
    { canary: true, sets: ['drbd'] },
    { canary: false, sets: ['store'] },
  ],
  refusals: [],
  notes: [
    { host: 'gamma' as HostId, note: 'sync0 is kept until reboot only: nothing owns networking there' },
  ],
  remarks: ['store wants 2 witnesses, and each of its hosts faces only 1'],
  text: '2 change sets on 3 hosts, in 2 waves\n',
};

/** A plan that a host refuses. */
export const refused: PlanView = {
  ...twoWaves,
  refusals: [
    {
      host: 'beta' as HostId,
      kind: 'refused',
      subject: 'eth0',
      message: 'its owner allows eth2 and eth3 only',
    },
    { host: 'gamma' as HostId, kind: 'unreachable', subject: 'gamma', message: 'it is not connected' },
  ],
};
