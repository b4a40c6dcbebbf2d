import { fileSet } from '../file-set.ts';
import type { Format } from '../format.ts';
import { adopt } from './network-manager/ifcfg-adopt.ts';
import { folder, interfacesIn, labelOf } from './network-manager/ifcfg-file.ts';
import { render, withdraw } from './network-manager/ifcfg-render.ts';

/** RHEL's files, read by NetworkManager's ifcfg-rh or by initscripts. */
export const ifcfg: Format = {
  backend: 'ifcfg',
  makesMacs: false,
  mode: 0o644,
  places: [{ folder, pattern: /^(ifcfg|route|route6)-[^~]+$/ }],
  described: (files) => new Set(interfacesIn(fileSet(files)).flatMap((one) => labelOf(one) ?? [])),
  render,
  withdraw,
  adopt,
};
