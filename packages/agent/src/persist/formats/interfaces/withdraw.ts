import type { Rendering, TextFile } from '../../format.ts';
import { vlanId } from './above.ts';
import { commentsOf } from './blocks.ts';
import { allBlocks, deselect, editAll, renderingOf } from './config.ts';
import type { Dialect } from './dialect.ts';
import { portsOf } from './port-lists.ts';
import { releasePorts, takenFromOthers } from './ports.ts';
import { inForce } from './sources.ts';
import { nameOf } from './stanza.ts';

/** The files without a bond, and without its VLANs, which have nothing to stand on. */
export function withdrawFrom(dialect: Dialect, bond: string, files: readonly TextFile[]): Rendering {
  const config = inForce(files);
  const vlans = allBlocks(config).filter((block) => vlanId(dialect, block, bond) !== null);
  const gone = new Set([bond, ...vlans.map(nameOf)]);
  const released = releasePorts(dialect, config, bond, portsOf(dialect, config, bond));
  const alone = takenFromOthers(dialect, released, [...gone], '');
  const without = editAll(alone, (block) => (gone.has(nameOf(block)) ? commentsOf(block) : [block]));
  return renderingOf(
    files,
    deselect(without, (word) => gone.has(word.split(':')[0] ?? '')),
    [],
  );
}
