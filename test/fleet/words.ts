import { join } from 'node:path';

/** What the start of a fleet took. */
export interface Taken {
  readonly hosts: number;
  /** Until all had their certificates. */
  readonly joinedMs: number;
  /** Until all were connected. */
  readonly startedMs: number;
  readonly residentBefore: number;
  readonly residentAfter: number;
}

const kib = 1024;

/** How long the start took, and what each agent costs the controller. */
export function summary({ hosts, joinedMs, startedMs, residentBefore, residentAfter }: Taken): string {
  const each = (residentAfter - residentBefore) / hosts / kib;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const mib = (bytes: number) => (bytes / kib / kib).toFixed(0);
  return [
    `${hosts} hosts joined in ${seconds(joinedMs)} s, and all agents were connected after ${seconds(startedMs)} s.`,
    `The controller holds ${mib(residentAfter)} MiB, ${mib(residentBefore)} MiB before the agents came: ${each.toFixed(0)} KiB for each.`,
  ].join('\n');
}

/** How to look at the fleet: in a browser, and with the command line. */
export function howTo(
  socket: string,
  dist: string,
  { url, token }: { readonly url: string | null; readonly token: string },
): string {
  const bondctl = `node ${join(dist, 'bondctl.mjs')} --socket ${socket}`;
  return [
    'Look at it, and end it with Ctrl-C:',
    ...(url === null ? [] : [`  ${url}  (the browser asks about the certificate: it is the fleet's own)`]),
    `  sign in with ${token}`,
    `  ${bondctl} status`,
    `  ${bondctl} events --follow`,
  ].join('\n');
}
