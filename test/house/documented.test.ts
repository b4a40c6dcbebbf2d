import { expect, test } from 'vitest';
import { parse, undocumentedExports } from './syntax.ts';
import { typescriptFiles } from './tree.ts';

const shipped = typescriptFiles.filter(
  (path) => path.startsWith('packages/') && !/\.(test|prop)\.ts$/.test(path),
);

test('whatever a package exports says what it is', () => {
  const silent = shipped.flatMap((path) =>
    undocumentedExports(parse(path)).map((name) => `${path}: ${name}`),
  );
  expect(silent).toEqual([]);
});

test('every kind of export is looked at', () => {
  const text = `
    export const a = 1;
    /** Said. */ export const b = 1;
    export type C = 1;
    export interface D {}
    export class E {}
    export function f() {}
    function g() {}
    /** Said once. */ export function h(): void;
    export function h(x?: 1): void {}
    export type { Other } from './other.ts';`;
  expect(undocumentedExports(parse('a.ts', text))).toEqual(['a', 'C', 'D', 'E', 'f']);
});
