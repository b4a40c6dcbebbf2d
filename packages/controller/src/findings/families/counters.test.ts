import type { TestResult } from '@bondctl/proto/model/linktest';
import type { PortVitals } from '@bondctl/proto/model/vitals';
import { hostVitals, portVitals, tested } from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { counters } from './counters.ts';

const good = tested({});
const unwatched = tested({ vitals: { sender: null, receiver: null } });
const eth3 = (over: Partial<PortVitals>): Partial<TestResult> => ({
  vitals: { sender: hostVitals(), receiver: hostVitals({ ports: [portVitals('eth3', over)] }) },
});

proveFamily(counters, {
  'carrier-changed': {
    fires: { twice: tested(eth3({ carrierChanges: 2 })) },
    silent: { good, unwatched, unknown: tested(eth3({ carrierChanges: null })) },
  },
  'crc-errors': {
    fires: { some: tested(eth3({ rxCrcErrors: 7 })) },
    silent: { good, 'another counter': tested(eth3({ rxMissedErrors: 7 })) },
  },
  'ring-overrun': {
    fires: { missed: tested(eth3({ rxMissedErrors: 7 })), FIFO: tested(eth3({ rxFifoErrors: 1 })) },
    silent: { good, 'another counter': tested(eth3({ rxCrcErrors: 7 })) },
  },
  'port-drops': {
    fires: { many: tested(eth3({ rxDropped: 900 })) },
    silent: {
      good,
      'what nobody wants': tested(eth3({ rxDropped: 30 })),
      'what stands by': tested({ ...eth3({ rxDropped: 900 }), mode: 'active-backup' }),
    },
  },
});
