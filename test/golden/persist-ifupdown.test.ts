import { ifupdown } from '../../packages/agent/src/persist/formats/ifupdown.ts';
import { runCases } from './persist-cases.ts';

runCases(ifupdown);
