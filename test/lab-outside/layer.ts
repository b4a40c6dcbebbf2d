import { join } from 'node:path';
import { packageLayer } from '@bondctl/lab/layer';
import { root } from '../run/places.ts';

const layerOf = (...packages: readonly string[]): string =>
  packageLayer(packages, join(root, 'out/lab-layers'));

/** The layer of a machine with ifupdown; downloaded by whoever asks first. */
export const ifupdownLayer = (): string => layerOf('ifupdown', 'ifenslave');

/** NetworkManager and the libraries that a minimal Debian lacks. */
const networkManager = [
  'network-manager',
  'libnm0',
  'libndp0',
  'libcurl3-gnutls',
  'libldap-2.5-0',
  'libnghttp2-14',
  'libpsl5',
  'librtmp1',
  'libsasl2-2',
  'libssh2-1',
  'libreadline8',
];

const python = ['python3-minimal', 'python3.11-minimal', 'libpython3.11-minimal', 'libpython3.11-stdlib'];

/** A machine in which NetworkManager, networkd, netplan and ifupdown each have a bond; the first two wait for udev. */
export const severalLayers = (): readonly string[] => [
  layerOf('udev'),
  layerOf(...networkManager),
  // The generator is a C program; only the command line is Python.
  layerOf('netplan.io', 'libnetplan0', 'libyaml-0-2'),
  ifupdownLayer(),
];

/** A machine with ifupdown2, which cannot be installed beside ifupdown. */
export const ifupdown2Layers = (): readonly string[] => [layerOf(...python), layerOf('ifupdown2')];

/** What vitest does before any file begins: one of them looks whether anything new lies in `out`. */
export const setup = (): void => void [severalLayers(), ifupdown2Layers()];
