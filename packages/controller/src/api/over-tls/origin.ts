import type { IncomingHttpHeaders } from 'node:http';
import { BondctlError } from '@bondctl/proto/model/error';

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * A browser sends its cookie along whoever asks it to, also a page of another port of this host, which SameSite lets pass.
 * So whatever is more than reading must come from a page of ours, and the browser says where it comes from. `needed`: one
 * who says nothing is refused. Throws `refused`.
 */
export function mustComeFromHere(method: string, headers: IncomingHttpHeaders, needed: boolean): void {
  if (safe.has(method)) return;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const foreign =
    (site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== `https://${host}`);
  const silent = site === undefined && origin === undefined;
  if (foreign || (silent && needed))
    throw new BondctlError(
      'refused',
      'This did not come from a page of this controller. Open the dashboard itself, or send a bearer token.',
    );
}
