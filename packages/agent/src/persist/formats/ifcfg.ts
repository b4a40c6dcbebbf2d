import type { Format } from '../format.ts';
import { fileSet } from './file-set.ts';
import { adopt } from './ifcfg-adopt.ts';
import { folder, interfacesIn, labelOf } from './ifcfg-file.ts';
import { render, withdraw } from './ifcfg-render.ts';

/** RHEL's files, read by NetworkManager's ifcfg-rh or by initscripts. */
export const ifcfg: Format = {
  backend: 'ifcfg',
  mode: 0o644,
  places: [{ folder, pattern: /^(ifcfg|route|route6)-[^~]+$/ }],
  described: (files) => new Set(interfacesIn(fileSet(files)).flatMap((one) => labelOf(one) ?? [])),
  render,
  withdraw,
  adopt,
};
