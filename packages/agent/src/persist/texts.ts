import type { Files } from '../kernel/ports.ts';
import type { Format, FormatTexts, TextFile } from './format.ts';
import type { OverlayTraces } from './overlays.ts';

/** Far more than the files of a host's network hold; what is longer is not one of them. */
const longestText = 256 * 1024;
const mostFiles = 1024;

async function textsAt(files: Files, format: Format): Promise<readonly TextFile[]> {
  const found: TextFile[] = [];
  for (const { folder, pattern } of format.places) {
    const names = (await files.list('persist:list', folder)).filter((name) => pattern.test(name));
    for (const name of names.slice(0, mostFiles)) {
      const text = await files.read('persist:read', `${folder}/${name}`);
      if (text !== undefined && text.length <= longestText) found.push({ path: `${folder}/${name}`, text });
    }
  }
  return found;
}

/** Reads every file of every format. */
export const readTexts = async (files: Files, formats: readonly Format[]): Promise<readonly FormatTexts[]> =>
  await Promise.all(formats.map(async (format) => ({ format, texts: await textsAt(files, format) })));

async function textsIn(files: Files, folder: string): Promise<readonly string[]> {
  const names = await files.list('persist:list', folder);
  const texts = await Promise.all(
    names.slice(0, mostFiles).map((name) => files.read('persist:read', `${folder}/${name}`)),
  );
  return texts.filter((text) => text !== undefined);
}

/** Reads the traces of what would overwrite our files. */
export async function readOverlays(files: Files): Promise<OverlayTraces> {
  const [cloudInit, cloudConfig, main, nmstate, osNetConfig] = await Promise.all([
    files.list('persist:list', '/run/cloud-init'),
    textsIn(files, '/etc/cloud/cloud.cfg.d'),
    files.read('persist:read', '/etc/cloud/cloud.cfg'),
    files.list('persist:list', '/etc/nmstate'),
    files.list('persist:list', '/etc/os-net-config'),
  ]);
  return { cloudInit, cloudConfig: [...cloudConfig, main ?? ''], nmstate, osNetConfig };
}
