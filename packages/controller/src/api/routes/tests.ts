import type { Ended } from '@bondctl/proto/api/client';
import { testView } from '@bondctl/proto/api/linktests';
import { idParams, limitQuery, testRequest, testsAnswer } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import { parseId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { ProgressLine, TestView } from '@bondctl/proto/model/view';
import { testSummary } from '../../record/view.ts';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import { merge } from '../merge.ts';
import type { AskedOfTest, Parts } from '../ports.ts';
import { alive, livePhases } from '../progress.ts';
import { sendLines } from '../stream.ts';

type TestLine = ProgressLine | Ended<TestView>;

/** Link tests: run one, and what earlier ones said. */
export function testRoutes(api: Api, parts: Parts): void {
  api.post(
    '/v1/tests',
    { config: { access: 'change' }, schema: { body: testRequest } },
    async (request, reply) => {
      const actor = actorOf(request);
      const link = await linkOf(parts, request.body.link);
      return sendLines(reply, parts.stopping, (signal) =>
        testLines(parts, actor, link, request.body, signal),
      );
    },
  );

  api.get(
    '/v1/tests',
    { config: { access: 'read' }, schema: { querystring: limitQuery, response: { 200: testsAnswer } } },
    async (request) => ({ tests: (await parts.store.tests.tests(request.query.limit)).map(testSummary) }),
  );

  api.get(
    '/v1/tests/:id',
    { config: { access: 'read' }, schema: { params: idParams, response: { 200: testView } } },
    async (request) => {
      const id = parseId('test', request.params.id);
      if (!id.ok) throw new BondctlError('bad-input', id.error);
      const row = await parts.store.tests.test(id.value);
      if (row !== undefined) return row;
      throw new BondctlError(
        'not-found',
        `There is no link test ${id.value}; GET /v1/tests lists the newest.`,
      );
    },
  );
}

async function* testLines(
  parts: Parts,
  actor: string,
  link: Link,
  parameters: AskedOfTest,
  signal: AbortSignal,
): AsyncGenerator<TestLine, void, undefined> {
  const reading = new AbortController();
  const until = AbortSignal.any([signal, reading.signal]);
  const hosts = link.ends.map((end) => end.host);
  try {
    const sources: readonly AsyncIterable<TestLine>[] = [
      livePhases(parts, (host) => hosts.includes(host), until),
      alive(parts.nowUnixMs, until),
      // Last, so that the others listen when it starts.
      endLine(() => parts.linkTests.run(actor, link, parameters, signal)),
    ];
    for await (const line of merge(sources)) {
      yield line;
      if (line.type === 'end') return;
    }
  } finally {
    reading.abort();
  }
}

async function* endLine(run: () => Promise<TestView>): AsyncGenerator<Ended<TestView>, void, undefined> {
  const result = await run();
  yield { type: 'end', result, exitCode: result.judgement.passed ? 0 : 1 };
}

async function linkOf(parts: Parts, name: string): Promise<Link> {
  const revision = await parts.store.rollouts.latestRevision();
  const links = revision?.spec.links ?? [];
  const link = links.find((one) => one.name === name);
  if (link !== undefined) return link;
  const there =
    links.length === 0
      ? 'no spec with links was applied yet'
      : `there are ${links.map((one) => one.name).join(', ')}`;
  throw new BondctlError('not-found', `There is no link called "${name}"; ${there}.`);
}
