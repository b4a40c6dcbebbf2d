import type { Format } from '../../format.ts';
import { adoptFrom } from './adopt.ts';
import type { Dialect } from './dialect.ts';
import { describedIn } from './reading.ts';
import { renderInto } from './render.ts';
import { inForce, interfacesPlaces } from './sources.ts';
import { withdrawFrom } from './withdraw.ts';

/** The format of a program that reads interfaces(5). */
export const interfacesFormat = (dialect: Dialect): Format => ({
  backend: dialect.backend,
  makesMacs: false,
  mode: 0o644,
  places: interfacesPlaces,
  described: (files) => describedIn(inForce(files)),
  render: (bond, files) => renderInto(dialect, bond, files),
  withdraw: (bond, files) => withdrawFrom(dialect, bond, files),
  adopt: (files) => adoptFrom(dialect, inForce(files)),
});
