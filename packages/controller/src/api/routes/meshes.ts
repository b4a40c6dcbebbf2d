import type { Ended } from '@bondctl/proto/api/client';
import { meshPlanView, meshQuery, meshRequest } from '@bondctl/proto/api/meshes';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { MeshView } from '@bondctl/proto/model/mesh';
import type { Link } from '@bondctl/proto/model/spec';
import type { ProgressLine } from '@bondctl/proto/model/view';
import { layOut } from '../../mesh/plan.ts';
import { type MeshOrder, runMesh } from '../../mesh/run.ts';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { AskedOfTest, Parts } from '../ports.ts';
import { alive, untilEnd } from '../progress.ts';
import { sendLines } from '../stream.ts';

type MeshLine = ProgressLine | Ended<MeshView>;

/** Meshes: how one would be tested, and testing it. */
export function meshRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/meshes/plan',
    { config: { access: 'read' }, schema: { querystring: meshQuery, response: { 200: meshPlanView } } },
    async ({ query }) => (await orderOf(parts, query.mesh, query.seconds ?? null)).view,
  );

  api.post(
    '/v1/meshes',
    { config: { access: 'change' }, schema: { body: meshRequest } },
    async (request, reply) => {
      const { mesh, ...asked } = request.body;
      const actor = actorOf(request);
      const order = await orderOf(parts, mesh, asked.seconds);
      return sendLines(reply, parts.stopping, (signal) => meshLines(parts, { actor, order, asked }, signal));
    },
  );
}

async function orderOf(parts: Parts, mesh: string, seconds: number | null): Promise<MeshOrder> {
  const order = layOut(mesh, seconds, (await parts.store.rollouts.latestRevision())?.spec);
  if (order.ok) return order.value;
  throw new BondctlError('not-found', order.error);
}

interface Wanted {
  readonly actor: string;
  readonly order: MeshOrder;
  readonly asked: AskedOfTest;
}

async function* meshLines(
  parts: Parts,
  wanted: Wanted,
  signal: AbortSignal,
): AsyncGenerator<MeshLine, void, undefined> {
  const links: readonly string[] = wanted.order.view.rounds.flat();
  const [newest] = await parts.recorder.list({ limit: 1, newestFirst: true });
  yield* untilEnd(signal, (until) => [
    tested(parts.recorder.follow({ type: 'linkTested', afterId: newest?.id ?? 0 }, until), links),
    alive(parts.nowUnixMs, until),
    endLine(parts, wanted, signal),
  ]);
}

/** A line for each test of the mesh that has ended. */
async function* tested(
  events: AsyncIterable<RecordedEvent>,
  links: readonly string[],
): AsyncGenerator<ProgressLine, void, undefined> {
  for await (const event of events)
    if (event.fact.type === 'linkTested' && links.includes(event.fact.link)) yield { type: 'event', event };
}

async function* endLine(
  parts: Parts,
  { actor, order, asked }: Wanted,
  signal: AbortSignal,
): AsyncGenerator<Ended<MeshView>, void, undefined> {
  const ports = {
    test: (link: Link, stop: AbortSignal, onFree: () => void) =>
      parts.linkTests.run(actor, link, asked, stop, onFree),
    isThere: (host: Parameters<Parts['agents']['presence']>[0]) =>
      parts.agents.presence(host) === 'connected',
    monotonicMs: () => performance.now(),
  };
  const result = await runMesh(ports, order, signal);
  const failed = result.pairs.filter(({ passed }) => !passed).length;
  const passed = failed === 0;
  const sentence = `${result.pairs.length - failed} of ${result.pairs.length} links passed`;
  await parts.recorder.record(actor, { type: 'meshTested', mesh: result.name, passed, sentence });
  yield { type: 'end', result, exitCode: passed ? 0 : 1 };
}
