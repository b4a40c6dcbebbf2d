/** An address of this host and a TCP port. */
export interface Socket {
  readonly address: string;
  readonly port: number;
}

/** How the host's owner lets figures leave the agent. */
export type Way =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'listen'; readonly socket: Socket }
  | { readonly kind: 'textfile'; readonly path: string };

/** An address in brackets (IPv6) or without (IPv4), and a port. */
const written = /^(?:\[([0-9A-Fa-f:.]+)\]|([0-9.]+)):(\d{4,5})$/;

/** `127.0.0.1:7443` or `[::1]:7443`; undefined for everything else. Whether the address is one is not looked at. */
export function socketOf(text: string): Socket | undefined {
  const [, six, four, port] = written.exec(text) ?? [];
  const address = six ?? four;
  return address === undefined ? undefined : { address, port: Number(port) };
}

/** What agent.yaml says under `metrics`, as one of the ways. */
export function wayOf(metrics: { readonly listen: string | null; readonly textfile: string | null }): Way {
  if (metrics.textfile !== null) return { kind: 'textfile', path: metrics.textfile };
  const socket = socketOf(metrics.listen ?? '');
  return socket === undefined ? { kind: 'nowhere' } : { kind: 'listen', socket };
}
