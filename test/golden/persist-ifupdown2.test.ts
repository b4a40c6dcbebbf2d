import { ifupdown2 } from '../../packages/agent/src/persist/formats/ifupdown2.ts';
import { runCases } from './persist-cases.ts';

runCases(ifupdown2);
