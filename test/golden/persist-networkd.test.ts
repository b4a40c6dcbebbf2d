import { networkd } from '../../packages/agent/src/persist/formats/networkd.ts';
import { runCases } from './persist-cases.ts';

runCases(networkd);
