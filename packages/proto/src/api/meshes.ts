import * as z from 'zod';
import type { MeshPlanView } from '../model/mesh.ts';
import type { LinkName } from '../model/names.ts';
import { testRequest } from './schema.ts';
import { list, named, type Shape } from './shape.ts';

/** A mesh to test; every link of it is asked the same. */
export const meshRequest = testRequest.omit({ link: true }).extend({ mesh: z.string().min(1).max(64) });
/** Which mesh, and how long each test takes; absent: what its links expect. */
export const meshQuery = z.strictObject({
  mesh: z.string().min(1).max(64),
  seconds: z.coerce.number().int().min(1).max(3600).optional(),
});

const plan = {
  name: z.string(),
  rounds: list(list(named<LinkName>())),
  bound: z.number(),
  boundBy: z.string(),
  expectedMs: z.number(),
};

/** Rounds, bound and expected time of a mesh. */
export const meshPlanView: Shape<MeshPlanView> = z.object(plan);
