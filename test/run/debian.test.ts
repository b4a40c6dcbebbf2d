import { expect, test } from 'vitest';
import { isInstalled } from './debian.ts';

test.each([
  ['Package: kmod\nStatus: install ok installed\nVersion: 30', true],
  ['Package: kmod\nStatus: deinstall ok config-files\nVersion: 30', false],
  ['Package: kmod\nStatus: install ok half-configured', false],
  ["dpkg-query: package 'kmod' is not installed and no information is available", false],
])('%j: %s', (status, installed) => {
  expect(isInstalled(status)).toBe(installed);
});
