import { problemError } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { MeshView } from '@bondctl/proto/model/mesh';
import type { Context } from '../act.ts';
import { writeOut } from '../write-file.ts';

type Asked = Omit<Parameters<Context['client']['testMesh']>[0], 'mesh'>;

/** Where a mesh's results go besides the screen. */
export interface MeshOutput {
  readonly csv?: true;
  readonly html?: string;
}

/** Tests every link of a mesh; the plan is said before it begins. */
export async function testMesh(
  context: Context,
  mesh: string,
  asked: Asked,
  output: MeshOutput,
): Promise<number> {
  const { renderMesh, renderMeshPlan } = await import('../render/mesh.ts');
  const { renderProgress } = await import('../render/progress.ts');
  context.progress(renderMeshPlan(await context.client.meshPlan(mesh, asked.seconds ?? undefined)));
  for await (const line of context.client.testMesh({ mesh, ...asked })) {
    if (line.type === 'failed') throw problemError(line.problem);
    if (line.type === 'end') {
      await write(context, line.result, output, () => renderMesh(line.result, context.paint));
      return line.exitCode;
    }
    const text = renderProgress(line, context.paint);
    if (text !== null) context.progress(text);
  }
  throw new BondctlError('unreachable', `The controller went away; the tests of ${mesh} end by themselves.`);
}

async function write(
  context: Context,
  mesh: MeshView,
  { csv, html }: MeshOutput,
  render: () => string,
): Promise<void> {
  if (html !== undefined) {
    const { meshPage } = await import('../../page/mesh-page.ts');
    await writeOut(context, '--html', html, meshPage(mesh));
  }
  if (csv !== true) return context.result(mesh, render);
  const { meshCsv } = await import('../render/mesh.ts');
  context.write(meshCsv(mesh));
}
