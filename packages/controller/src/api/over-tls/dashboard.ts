import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../app.ts';

const page = 'index.html';
/** Names in here hold a digest of what is inside: another content has another name. */
const hashed = 'assets/';
const yearMs = 365 * 86_400_000;
const mostFiles = 2000;

const notInstalled =
  'The dashboard is not installed beside this controller. bondctl and the API work without it; ' +
  '"npm run package" builds it into dist/dashboard.\n';

/**
 * The dashboard's files, for everybody: they are the same everywhere, and one of them is the page to sign in on. Only names
 * that were in the folder when the controller started are ever opened, so no path leads out of it. Whatever is no file is
 * a place inside the dashboard and gets its page.
 */
export function dashboardRoutes(api: Api, folder: string): void {
  const files = filesIn(folder);
  if (files.size > 0)
    api.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, dotfiles: 'ignore' });
  api.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    config: { access: 'open' },
    handler: (request, reply) => answer(files, (request.params as { '*': string })['*'], request, reply),
  });
}

function answer(
  files: ReadonlySet<string>,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (/^(v1|metrics)(\/|$)/.test(path) || (path.startsWith(hashed) && !files.has(path)))
    throw new BondctlError('not-found', `There is no ${request.method} ${request.url} here.`);
  if (!files.has(page)) return reply.code(404).type('text/plain; charset=utf-8').send(notInstalled);
  const name = files.has(path) ? path : page;
  reply.header('vary', 'accept-encoding');
  if (name.startsWith(hashed)) return reply.sendFile(name, { maxAge: yearMs, immutable: true });
  return reply.header('cache-control', 'no-cache').sendFile(name, { cacheControl: false });
}

/** Every plain file below the folder; none when there is no folder. */
function filesIn(folder: string): ReadonlySet<string> {
  let found: ReturnType<typeof entriesOf>;
  try {
    found = entriesOf(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Set();
    throw new BondctlError('failed', `The dashboard's files in ${folder} cannot be read: ${String(error)}`, {
      cause: error,
    });
  }
  if (found.length > mostFiles)
    throw new BondctlError('failed', `${folder} holds more than ${mostFiles} files; that is no dashboard.`);
  return new Set(
    found.filter((one) => one.isFile()).map((one) => relative(folder, join(one.parentPath, one.name))),
  );
}

const entriesOf = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true });
