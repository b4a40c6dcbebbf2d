import { expect, test } from 'vitest';
import { textOf, tree } from './tree.ts';

const attics = /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.[a-z]+$)/;
// The brackets keep this file from being its own first offender.
const promises = /\b(T[O]DO|F[I]XME|X[X]X)\b/;
const text = /(\.(ts|mjs|sh|ya?ml|proto|service|json|md|css|tsx)|\/[a-z-]+)$/;

test('no attic: a folder or file is named after what is in it', () => {
  expect(tree.filter((path) => attics.test(path))).toEqual([]);
});

test('no barrel: the exports map is the only door', () => {
  expect(tree.filter((path) => /(^|\/)index\.[cm]?[jt]sx?$/.test(path))).toEqual([]);
});

test('no promise to do it later', () => {
  const kept = tree.filter((path) => text.test(path) && path !== 'pnpm-lock.yaml');
  expect(kept.filter((path) => promises.test(textOf(path)))).toEqual([]);
});
