import { lacpWith } from '../../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { probe, probeBack, tested, testedLacp } from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { path } from './path.ts';

const [eth2, eth3] = [{ port: name('eth2') }, { port: name('eth3') }];
const [none, half, small] = [{ received: 0 }, { received: 2 }, { ipBytes: 84 }];
const good = tested({});
const blackHole = tested({ probes: [probe(none), probeBack(none), probe(small), probeBack(small)] });
const oneWay = tested({ probes: [probe(none), probeBack(), probe(small)] });
const oneLeg = testedLacp({
  probes: [probe(eth2), probe({ ...eth3, ...none }), probe({ ...eth3, ...small }), probeBack(eth2)],
});
const inTurn = tested({ probes: [probe(half), probe(half), probe(small), probeBack()] });
const chance = tested({ probes: [probe({ received: 3 }), probe(), probeBack()] });
const complained = tested({
  probes: [probe({ ...none, complaint: 'fragmentation needed' }), probe(small), probeBack()],
});
const nothing = tested({ probes: [probe(none), probe({ ...small, ...none }), probeBack()] });
const deadLeg = testedLacp({
  probes: [probe(eth2), probe({ ...eth3, ...none }), probe({ ...eth3, ...small, ...none }), probeBack(eth2)],
});
const deadInTurn = tested({ probes: [probe(half), probe({ ...small, ...half }), probeBack()] });
const layer2 = { ...lacpWith('beta'), bond: { ...lacpWith('beta').bond, xmitHashPolicy: 'layer2' } } as const;
const blind = { hosts: { alpha: layer2, beta: layer2 } };

proveFamily(path, {
  'path-passes-nothing': {
    fires: { 'one way': nothing },
    silent: { good, 'large ones only': blackHole, 'one leg is another rule': deadLeg },
  },
  'path-leg-dead': {
    fires: { 'by its port': deadLeg, 'in turn': deadInTurn },
    silent: { good, 'nothing at all is another rule': nothing, 'large ones only': oneLeg },
  },
  'path-leg-narrow': {
    fires: { 'by its port': oneLeg, 'in turn': inTurn },
    silent: {
      good,
      'lost once and not again': chance,
      'all legs': blackHole,
      'small ones too': deadInTurn,
      'a leg that is dead': deadLeg,
    },
  },
  'path-black-hole': {
    fires: { 'both ways': blackHole, 'one way': oneWay },
    silent: { good, 'somebody says so': complained, 'one leg': oneLeg, 'small ones too': nothing },
  },
  'path-narrow': {
    fires: { 'a router says so': complained },
    silent: { good, 'nobody says so': blackHole },
  },
  'probes-reach-one-port': {
    fires: { layer2: testedLacp({}, 95, blind) },
    silent: {
      'layer3+4': testedLacp({}),
      'no jumbo frames': testedLacp({ mtu: 1500 }, 95, blind),
      'not probed': testedLacp({ probes: [] }, 95, blind),
      'balance-rr': good,
    },
  },
});
