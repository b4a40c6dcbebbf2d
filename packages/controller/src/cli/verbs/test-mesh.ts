import type { MeshView } from '@bondctl/proto/model/mesh';
import type { Context } from '../act.ts';
import { untilTold } from '../told.ts';
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
  context.progress(renderMeshPlan(await context.client.meshPlan(mesh, asked.seconds ?? undefined)));
  const told = context.client.testMesh({ mesh, ...asked });
  const gone = `The controller went away; the tests of ${mesh} end by themselves.`;
  const { result, exitCode } = await untilTold(context, told, gone);
  await write(context, result, output, () => renderMesh(result, context.paint));
  return exitCode;
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
