import type { FormatPlace, TextFile } from '../../format.ts';
import { type Block, blocksOf } from './blocks.ts';
import { allBlocks, type Config } from './config.ts';

/** The file that both programs begin with. */
export const mainPath = '/etc/network/interfaces';

const folder = '/etc/network/interfaces.d';

/** Where the files of both programs lie; a name with a dot in front is matched by no wildcard. */
export const interfacesPlaces: readonly FormatPlace[] = [
  { folder: '/etc/network', pattern: /^interfaces$/ },
  { folder, pattern: /^[^.]/ },
];

const special = /[.+^${}()|\\]/g;

/** A wildcard of the shell as a pattern over whole paths. */
function globbed(glob: string): RegExp {
  const text = glob.replace(special, '\\$&').replaceAll('*', '[^/]*').replaceAll('?', '[^/]');
  try {
    return new RegExp(`^${text}$`);
  } catch {
    // A bracket that nobody closed matches only itself.
    return new RegExp(`^${glob.replace(/[^\w/-]/g, '\\$&')}$`);
  }
}

const absolute = (path: string): string => (path.startsWith('/') ? path : `/etc/network/${path}`);

/** The paths that a `source` or `source-directory` line takes in, as a pattern. */
function sourced(block: Block): readonly RegExp[] {
  const paths = (block.head?.value ?? '').split(' ').filter(Boolean).map(absolute);
  switch (block.head?.key) {
    case 'source':
      return paths.map(globbed);
    case 'source-directory':
    case 'source-dir':
      return paths.map(
        (path) => new RegExp(`${globbed(path.replace(/\/$/, '')).source.slice(0, -1)}/[\\w-]+$`),
      );
    default:
      return [];
  }
}

const opened = ({ path, text }: TextFile): Config[number] => ({ path, blocks: blocksOf(text) });

/** The files that are read at boot: the first one, and what it takes in from `interfaces.d`. */
export function inForce(files: readonly TextFile[]): Config {
  const main = files.filter(({ path }) => path === mainPath).map(opened);
  const patterns = allBlocks(main).flatMap(sourced);
  const rest = files.filter(
    ({ path }) => path !== mainPath && patterns.some((pattern) => pattern.test(path)),
  );
  return [...main, ...rest.map(opened)];
}

/** A name in `interfaces.d` that a line takes in, e.g. `bondctl-bond0` or, where only those are read, `bondctl-bond0.cfg`. */
function nameFor(block: Block, name: string, folders: boolean): string | null {
  const wanted = `bondctl-${name.replace(/[^\w-]/g, '_')}`;
  const value = block.head?.value ?? '';
  const [, pattern] = /^\/etc\/network\/interfaces\.d\/(\*[\w.-]*)$/.exec(value) ?? [];
  if (block.head?.key === 'source') return pattern === undefined ? null : pattern.replace('*', wanted);
  const whole = folders && block.head?.key.startsWith('source-dir') === true;
  return whole && absolute(value).replace(/\/$/, '') === folder ? wanted : null;
}

/** The file for an interface that no file describes; `folders`: the program knows `source-directory`. */
export function pathFor(config: Config, name: string, folders: boolean): string {
  const names = allBlocks(config).map((block) => nameFor(block, name, folders));
  const first = names.find((one) => one !== null);
  return first === undefined || first === null ? mainPath : `${folder}/${first}`;
}
