import { BondctlError } from '@bondctl/proto/model/error';
import { type OperatorRights, operatorRights } from '@bondctl/proto/model/operator';
import { type Command, Option } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl operator add ada --rights change
  bondctl operator add prometheus --rights read > token
  bondctl operator list
  bondctl operator remove ada --yes

Operators are made, listed and removed on the controller's machine, over its socket: whoever steals the token of one
must not be able to make himself another.`;

/** `bondctl operator`: who may use the API and the dashboard over the network. */
export function operator(program: Command, act: Act): void {
  const verb = program
    .command('operator')
    .description('Say who may use the dashboard, and bondctl over the network.')
    .addHelpText('after', examples);
  verb
    .command('add')
    .description('Add an operator and print a token for signing in. It is shown this once.')
    .argument('<NAME>', 'the name that the record shows')
    .addOption(
      new Option('--rights <RIGHTS>', 'look only, or change as well')
        .choices(operatorRights)
        .makeOptionMandatory(),
    )
    .addHelpText('after', examples)
    .action(act(addOperator));
  verb
    .command('list')
    .description('Show every operator.')
    .addHelpText('after', '\nExample:\n  bondctl operator list --output json')
    .action(act(listOperators));
  verb
    .command('remove')
    .description('Remove an operator; his token and whatever he has open end at once.')
    .argument('<NAME>', 'the operator')
    .addHelpText('after', '\nExample:\n  bondctl operator remove ada --yes')
    .action(act(removeOperator));
}

/** Said here, because from afar there is not even a route for it. */
function mustBeHere({ remote }: Context): void {
  if (remote)
    throw new BondctlError(
      'refused',
      "Operators are managed on the controller's machine, over its socket: run this there, without --url.",
    );
}

async function addOperator(
  context: Context,
  name: string,
  { rights }: { readonly rights: OperatorRights },
): Promise<number> {
  mustBeHere(context);
  const made = await context.client.addOperator({ operator: name, rights });
  if (context.format === 'table') {
    context.progress(
      `${made.operator} may ${rights === 'read' ? 'read' : 'read and change'}, with this token:`,
    );
    if (made.url === null)
      context.progress('The API is not on the network now; see --web-listen of the controller.');
    else
      context.progress(
        `Dashboard and --url: ${made.url}${made.caFile === null ? '' : `  CA for --ca: ${made.caFile}`}`,
      );
  }
  await context.result(made, () => `${made.token}\n`);
  return 0;
}

async function listOperators(context: Context): Promise<number> {
  mustBeHere(context);
  const found = await context.client.operators();
  const { renderOperators } = await import('../render/operators.ts');
  await context.result(found, () => renderOperators(found.operators, Date.now()));
  return 0;
}

async function removeOperator(context: Context, name: string): Promise<number> {
  mustBeHere(context);
  context.mustBeAnswerable();
  const sure = await context.confirm(`Remove ${name}? His token and whatever he has open end at once.`);
  if (!sure) {
    context.progress('Nothing was changed.');
    return 0;
  }
  const removed = await context.client.removeOperator(name);
  await context.result(removed, () => `${removed.operator} is removed.\n`);
  return 0;
}
