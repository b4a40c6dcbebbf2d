import { netplan } from '../../packages/agent/src/persist/formats/netplan.ts';
import { runCases } from './persist-cases.ts';

runCases(netplan);
