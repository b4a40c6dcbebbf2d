import {
  operatorAnswer,
  operatorParams,
  operatorRemovedAnswer,
  operatorRequest,
  operatorsAnswer,
} from '@bondctl/proto/api/operators';
import { BondctlError } from '@bondctl/proto/model/error';
import { type OperatorName, parseOperatorName } from '@bondctl/proto/model/names';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';

/** Who may use the API over the network. */
export function operatorRoutes(api: Api, { operators, webPlace }: Parts): void {
  api.get(
    '/v1/operators',
    { config: { access: 'read' }, schema: { response: { 200: operatorsAnswer } } },
    async () => ({ operators: await operators.list() }),
  );

  api.post(
    '/v1/operators',
    { config: { access: 'change' }, schema: { body: operatorRequest, response: { 200: operatorAnswer } } },
    async (request) => {
      const operator = nameOf(request.body.operator);
      const made = await operators.add(actorOf(request), operator, request.body.rights);
      return { operator, ...made, ...webPlace() };
    },
  );

  api.delete(
    '/v1/operators/:operator',
    {
      config: { access: 'change' },
      schema: { params: operatorParams, response: { 200: operatorRemovedAnswer } },
    },
    async (request) => {
      const operator = nameOf(request.params.operator);
      await operators.remove(actorOf(request), operator);
      return { operator, removed: true as const };
    },
  );
}

function nameOf(text: string): OperatorName {
  const name = parseOperatorName(text);
  if (name.ok) return name.value;
  throw new BondctlError('bad-input', name.error);
}
