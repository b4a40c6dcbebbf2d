import type { OwnershipTexts } from '../parse/ownership.ts';
import type { Files, Label } from './ports.ts';

const ifreloadPaths = ['/usr/sbin', '/sbin'];

async function numberedTexts(
  files: Files,
  label: Label,
  folder: string,
): Promise<ReadonlyMap<number, string>> {
  const names = (await files.list(label, folder)).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(names.map((name) => files.read(label, `${folder}/${name}`)));
  return new Map(
    names.flatMap((name, at) => (texts[at] === undefined ? [] : [[Number(name), texts[at]] as const])),
  );
}

async function textsIn(
  files: Files,
  label: Label,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const names = (await files.list(label, folder)).filter(wanted);
  const texts = await Promise.all(names.map((name) => files.read(label, `${folder}/${name}`)));
  return texts.filter((text) => text !== undefined);
}

/** Reads every text that tells who manages an interface on this host. */
export async function readOwnership(files: Files, label: Label): Promise<OwnershipTexts> {
  const own = `${label}/owner`;
  const isState = (name: string) => name === 'ifstate' || name.startsWith('ifstate.');
  const [networkManager, networkd, ifstate, main, more, tools] = await Promise.all([
    numberedTexts(files, own, '/run/NetworkManager/devices'),
    numberedTexts(files, own, '/run/systemd/netif/links'),
    textsIn(files, own, '/run/network', isState),
    textsIn(files, own, '/etc/network', (name) => name === 'interfaces'),
    textsIn(files, own, '/etc/network/interfaces.d', () => true),
    Promise.all(ifreloadPaths.map((folder) => files.list(own, folder))),
  ]);
  const ifreload = tools.some((names) => names.includes('ifreload'));
  return { networkManager, networkd, ifstate, interfaces: [...main, ...more], ifreload };
}
