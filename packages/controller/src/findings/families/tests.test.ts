import { tested } from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { tests } from './tests.ts';

const good = tested({});
const failed = (fault: 'cannot-connect' | 'interrupted') =>
  tested({ run: { ok: false, fault, message: 'unable to connect to server' } });
const shaped = { source: 'declared', rateBps: 100e6, framing: 'shaped' } as const;
const ethernet = { ...shaped, framing: 'ethernet' } as const;

proveFamily(tests, {
  'test-cannot-connect': {
    fires: { 'a firewall': failed('cannot-connect') },
    silent: {
      good,
      'it was broken off': failed('interrupted'),
      'nothing was measured': tested({ run: null }),
    },
  },
  'test-void': {
    fires: { 'it was broken off': failed('interrupted') },
    silent: {
      good,
      'a firewall is another rule': failed('cannot-connect'),
      'nothing was measured': tested({ run: null }),
    },
  },
  'rate-above-ceiling': {
    fires: { 'two per cent': tested({ capacity: ethernet }, 102) },
    silent: {
      good,
      'the first burst of a shaper': tested({ capacity: shaped }, 102),
      'at the ceiling': tested({}, 100),
    },
  },
});
