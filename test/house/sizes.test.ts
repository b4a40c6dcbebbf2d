import ts from 'typescript';
import { expect, test } from 'vitest';
import { descendants, isChapter, parse, span } from './syntax.ts';
import { textOf, typescriptFiles } from './tree.ts';

const mostFileLines = 300;
const mostFunctionLines = 70;

/** `name:line lines` of every function longer than `most`. */
function longFunctions(file: ts.SourceFile, most: number): string[] {
  return [...descendants(file)]
    .filter((node) => ts.isFunctionLike(node) && !isChapter(node))
    .map((node) => ({ node, ...span(file, node) }))
    .filter(({ lines }) => lines > most)
    .map(({ line, lines }) => `${file.fileName}:${line} has ${lines} lines`);
}

const lineCount = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

test('no file is longer than 300 lines: split it by noun', () => {
  const long = typescriptFiles.filter((path) => lineCount(textOf(path)) > mostFileLines);
  expect(long).toEqual([]);
});

test('no function is longer than 70 lines', () => {
  expect(typescriptFiles.flatMap((path) => longFunctions(parse(path), mostFunctionLines))).toEqual([]);
});

test('a long function is seen wherever it hides', () => {
  const body = 'x();\n'.repeat(5);
  const hidden = `describe('a', () => {\n${body}});\nconst f = { g() {\n${body}} };\nclass A { b = () => {\n${body}} }`;
  expect(longFunctions(parse('a.ts', hidden), 5)).toEqual(['a.ts:8 has 7 lines', 'a.ts:15 has 7 lines']);
});
