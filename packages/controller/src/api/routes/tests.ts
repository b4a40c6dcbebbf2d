import type { Ended } from '@bondctl/proto/api/client';
import { testRequest } from '@bondctl/proto/api/schema';
import type { Link } from '@bondctl/proto/model/spec';
import type { ProgressLine, TestView } from '@bondctl/proto/model/view';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import { linkOf } from '../link.ts';
import type { AskedOfTest, Parts } from '../ports.ts';
import { alive, livePhases, untilEnd } from '../progress.ts';
import { sendLines } from '../stream.ts';

type TestLine = ProgressLine | Ended<TestView>;

/** Link tests that somebody asks for. */
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
}

async function* testLines(
  parts: Parts,
  actor: string,
  link: Link,
  parameters: AskedOfTest,
  signal: AbortSignal,
): AsyncGenerator<TestLine, void, undefined> {
  const hosts = link.ends.map((end) => end.host);
  yield* untilEnd(signal, (until) => [
    livePhases(parts, (host) => hosts.includes(host), until),
    alive(parts.nowUnixMs, until),
    endLine(() => parts.linkTests.run(actor, link, parameters, signal)),
  ]);
}

async function* endLine(run: () => Promise<TestView>): AsyncGenerator<Ended<TestView>, void, undefined> {
  const result = await run();
  yield { type: 'end', result, exitCode: result.judgement.passed ? 0 : 1 };
}
