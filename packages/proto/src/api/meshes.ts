import * as z from 'zod';
import type { MeshPairView, MeshPlanView, MeshView } from '../model/mesh.ts';
import type { LinkName, TestId } from '../model/names.ts';
import { end } from './linktests.ts';
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

const pair: Shape<MeshPairView> = z.object({
  link: named<LinkName>(),
  ends: z.tuple([end, end]),
  round: z.number(),
  test: named<TestId>().nullable(),
  receivedBps: z.number().nullable(),
  percentOfConfiguration: z.number().nullable(),
  percentOfHardware: z.number().nullable(),
  passed: z.boolean(),
  sentence: z.string(),
});

/** A mesh that was tested. */
export const meshView: Shape<MeshView> = z.object({ ...plan, pairs: list(pair), tookMs: z.number() });
