import { isIPv6 } from 'node:net';

/** `https://NAME:PORT` and the like; an IPv6 address stands in brackets. */
export const urlOf = (scheme: 'https' | 'wss', name: string, port: number, path = ''): string =>
  `${scheme}://${isIPv6(name) ? `[${name}]` : name}:${port}${path}`;

/** What to type on a server so that it joins. Every word is safe in a shell: no quoting is needed. */
export const joinCommand = (enrolUrl: string, token: string, pin: string, host: string | null): string =>
  [
    `bondctl-agent join ${enrolUrl} --token ${token} --ca-pin ${pin}`,
    ...(host === null ? [] : [`--name ${host}`]),
  ].join(' ');
