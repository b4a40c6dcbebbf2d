import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** What is loaded by what we bundle and never called by it, what takes its place, and why that is safe. */
const unused = [
  {
    path: /^long$/,
    instead: 'module.exports = undefined;',
    why: 'protobufjs asks for it, and its 64-bit numbers are switched off (`util.Long = null`)',
  },
  {
    path: /^thread-stream$/,
    instead: 'module.exports = undefined;',
    why: "pino's worker transports do not work from one file; the journal reads stdout",
  },
  {
    path: /^@pinojs\/redact$/,
    instead: 'module.exports = undefined;',
    why: 'pino masks fields only when it is told which, and secrets are never handed to it',
  },
  {
    path: /^\.\/permessage-deflate$/,
    instead: "module.exports = { extensionName: 'permessage-deflate' };",
    why: 'neither end offers or accepts compression, which costs 22 KB of memory for each agent',
  },
] as const;

/** Leaves out code that no program calls: a tenth of the agent. */
export const withoutUnused: Plugin = {
  name: 'without what is never called',
  setup({ onResolve, onLoad }) {
    for (const [at, { path: filter, instead }] of unused.entries()) {
      const namespace = `unused-${at}`;
      onResolve({ filter }, ({ path }) => ({ path, namespace }));
      onLoad({ filter: /./, namespace }, () => ({ contents: instead }));
    }
  },
};

const fileOf = (from: string, name: string, path: string) =>
  join(dirname(createRequire(join(from, 'x')).resolve(`${name}/package.json`)), path);

/** yaml's modules can be shaken, its CommonJS build for Node cannot; the code is the same. */
export const shakenYaml: Plugin = {
  name: 'the build of yaml that can be shaken',
  setup({ onResolve }) {
    onResolve({ filter: /^yaml$/ }, ({ resolveDir }) => ({
      path: fileOf(resolveDir, 'yaml', 'browser/dist/index.js'),
    }));
  },
};

/** The agent dials its controller and is never dialled by it: of ws it needs the client only. */
export const socketClient: Plugin = {
  name: 'the client half of ws',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^ws$/ }, ({ resolveDir }) => ({ path: resolveDir, namespace: 'ws-client' }));
    onLoad({ filter: /./, namespace: 'ws-client' }, ({ path }) => {
      const client = JSON.stringify(fileOf(path, 'ws', 'lib/websocket.js'));
      return { contents: `export { default as WebSocket } from ${client};`, resolveDir: path };
    });
  },
};

/** The agent writes gauges and counters: the rest of prom-client, and what it brings along, is 57 KB. */
export const gaugesAndCounters: Plugin = {
  name: 'the part of prom-client that writes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^prom-client$/ }, ({ resolveDir }) => ({
      path: resolveDir,
      namespace: 'prom-parts',
    }));
    onLoad({ filter: /./, namespace: 'prom-parts' }, ({ path }) => {
      const part = (name: string) =>
        JSON.stringify(fileOf(path, 'prom-client', `lib/${name.toLowerCase()}.js`));
      const contents = ['Registry', 'Gauge', 'Counter'].map(
        (name) => `export { default as ${name} } from ${part(name)};`,
      );
      return { contents: contents.join('\n'), resolveDir: path };
    });
  },
};
