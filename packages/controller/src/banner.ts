import type { Config } from './config.ts';
import type { WebOpened } from './web.ts';

/** What is told at the start. */
export interface Told {
  readonly config: Pick<Config, 'stateFolder' | 'socket'>;
  readonly version: string;
  readonly hub: string;
  readonly enrolment: string;
  readonly web: WebOpened;
  /** SHA-256 of the CA's key. */
  readonly pin: string;
}

/** The first lines of a controller: where everything is, and what to type next. */
export const bannerOf = ({ config, version, hub, enrolment, web, pin }: Told): string =>
  [
    `bondctl-controller ${version} is serving.`,
    `  state     ${config.stateFolder}`,
    `  API       ${config.socket}`,
    `  agents    ${hub}`,
    `  enrolment ${enrolment}`,
    `  operators ${webLine(web, pin)}`,
    'Next: "bondctl token create" prints the command to type on each server.',
    '',
  ].join('\n');

function webLine(web: WebOpened, pin: string): string {
  if ('why' in web) return web.why;
  return web.caFile === null ? web.url : `${web.url} (its CA: ${web.caFile}, pin ${pin})`;
}
