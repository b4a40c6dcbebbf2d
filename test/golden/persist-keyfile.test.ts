import { keyfile } from '../../packages/agent/src/persist/formats/keyfile.ts';
import { runCases } from './persist-cases.ts';

runCases(keyfile);
