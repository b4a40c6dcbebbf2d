import type { BondName } from '@bondctl/proto/model/names';
import type { Files } from '../kernel/ports.ts';

const folder = '/run/network';

/** `bond0=bond0`, a line each; ifupdown locks the file beside it, and its own next run reads what is there then. */
function noted(text: string, bond: BondName, isUp: boolean): string {
  const others = text.split('\n').filter((line) => line !== '' && line.split('=')[0] !== bond);
  return [...others, ...(isUp ? [`${bond}=${bond}`] : [])].map((line) => `${line}\n`).join('');
}

/** Tells ifupdown (0.8) that a bond is up, or no more: it keeps a list for `ifquery`, and a file that `ifup` believes. */
export async function noteIfstate(files: Files, bond: BondName, isUp: boolean): Promise<void> {
  const list = `${folder}/ifstate`;
  const text = (await files.read('ifstate:read', list)) ?? '';
  const own = `${list}.${bond}`;
  if (isUp) await files.writeAtomic('ifstate:bond', own, `${bond}\n`, 0o644);
  else await files.remove('ifstate:bond', own);
  const after = noted(text, bond, isUp);
  if (after !== text) await files.writeAtomic('ifstate:list', list, after, 0o644);
}
