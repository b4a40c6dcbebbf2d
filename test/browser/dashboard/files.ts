import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** At least as strict as the controller's own: what would need a hole in it is seen here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the built dashboard: a file where there is one, else the page that knows every address. */
export async function serveFile(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(new URL(request.url ?? '/', 'http://here').pathname);
  const type = types[extname(path)];
  const file = type === undefined ? 'index.html' : path;
  const text = await readFile(join(folder, file)).catch(() => undefined);
  response.writeHead(text === undefined ? 404 : 200, {
    'content-type': type ?? types['.html'],
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  });
  response.end(text ?? 'There is no such file.');
}
