import { ifcfg } from '../../packages/agent/src/persist/formats/ifcfg.ts';
import { runCases } from './persist-cases.ts';

runCases(ifcfg);
