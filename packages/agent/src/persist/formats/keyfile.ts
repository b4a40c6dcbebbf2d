import type { Format } from '../format.ts';
import { adopt } from './network-manager/keyfile-adopt.ts';
import { labelOf, readProfile } from './network-manager/keyfile-profile.ts';
import { folder, render, withdraw } from './network-manager/keyfile-render.ts';

/** NetworkManager's own files. It reads only those that nobody else may read. */
export const keyfile: Format = {
  backend: 'keyfile',
  makesMacs: false,
  mode: 0o600,
  places: [{ folder, pattern: /^[^.].*\.nmconnection$/ }],
  described: (files) => new Set(files.map(readProfile).flatMap((one) => labelOf(one) ?? [])),
  render,
  withdraw,
  adopt,
};
