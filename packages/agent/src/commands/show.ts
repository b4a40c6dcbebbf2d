import { basename } from 'node:path';
import type { BondState } from '@bondctl/proto/model/bond';
import { BondctlError } from '@bondctl/proto/model/error';
import { type BondName, parseIfName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import { readBonds } from '../kernel/host-reader.ts';
import type { Files } from '../kernel/ports.ts';
import { parseProcBonding } from '../parse/proc-bonding.ts';
import { type Finished, readArguments } from './arguments.ts';
import { openMachine } from './machine.ts';
import { bondTable } from './show-table.ts';

/** What `bondctl-agent show --help` prints. */
export const help = `bondctl-agent show [--proc FILE] [--output table|json]

Prints what is understood of this host's bonds, or of one text of /proc/net/bonding. Needs no controller.

  --proc FILE     read this text; the bond is called as the file is
  --output json   with FILE {"value", "problems"}, otherwise a list of them`;

/** The bond is called as its file is, like in /proc/net/bonding; a file with another kind of name is no bond's. */
function bondNameOf(path: string): BondName {
  const name = parseIfName(basename(path).replace(/\.txt$/, ''));
  return name.ok ? name.value : ('bond' as BondName);
}

async function readText(files: Files, path: string): Promise<Parsed<BondState>> {
  const text = await files.read('show', path).catch((thrown: unknown) => {
    throw new BondctlError('bad-input', `${path} cannot be read: ${BondctlError.from(thrown).message}`);
  });
  if (text === undefined) throw new BondctlError('not-found', `There is no file ${path}.`);
  return parseProcBonding(bondNameOf(path), text);
}

/** Carries out `show`. */
export async function run(args: readonly string[]): Promise<Finished> {
  const { values } = readArguments('show', args, {
    proc: { type: 'string' },
    output: { type: 'string', default: 'table' },
  });
  if (values.output !== 'table' && values.output !== 'json') {
    throw new BondctlError('bad-input', `--output is table or json, not "${values.output}".`);
  }
  const { files } = openMachine();
  const bonds =
    values.proc === undefined ? await readBonds(files, 'show') : [await readText(files, values.proc)];
  const asJson = JSON.stringify(values.proc === undefined ? bonds : bonds[0], null, 2);
  const asTable = bonds.length === 0 ? 'This host has no bonds.' : bonds.map(bondTable).join('\n\n');
  return { text: values.output === 'json' ? asJson : asTable, exitCode: 0 };
}
