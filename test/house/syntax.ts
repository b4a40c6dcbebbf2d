import ts from 'typescript';
import { textOf } from './tree.ts';

/** Parses one source of ours, with parents set so that a node knows where it stands. */
export const parse = (path: string, text = textOf(path)): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

/** Every node below `node`, outermost first. */
export function* descendants(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  // Not getChildren(): that makes a node of every comma.
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* descendants(child);
  }
}

/** 1-based first line and number of lines of a node, its comment not counted. */
export function span(file: ts.SourceFile, node: ts.Node): { line: number; lines: number } {
  const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const last = file.getLineAndCharacterOfPosition(node.getEnd()).line;
  return { line: first + 1, lines: last - first + 1 };
}

/** `describe(...)` only groups what it holds; its callback is a chapter, not a function. */
export function isChapter(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(describe|suite)\b/.test(node.parent.expression.getText());
}

/** Names of exported declarations that have no doc comment; overloads share one. */
export function undocumentedExports(file: ts.SourceFile): string[] {
  const documented = new Map<string, boolean>();
  for (const statement of file.statements) {
    if (!isExported(statement)) continue;
    const hasDoc = ts.getJSDocCommentsAndTags(statement).length > 0;
    for (const name of namesOf(statement)) documented.set(name, hasDoc || documented.get(name) === true);
  }
  return [...documented].filter(([, hasDoc]) => !hasDoc).map(([name]) => name);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  }
  const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  if (named) return [statement.name?.text ?? 'default'];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [statement.name.text];
  return [];
}

/** Titles of the tests in a file as written, template holes included: `killed at ${label}`. */
export function testTitles(file: ts.SourceFile): Set<string> {
  const titles = new Set<string>();
  for (const node of descendants(file)) {
    if (!ts.isCallExpression(node) || !/^(t\.)?(test|it)\b/.test(node.expression.getText())) continue;
    const title = node.arguments[0];
    if (title === undefined) continue;
    if (ts.isStringLiteralLike(title)) titles.add(title.text);
    else if (ts.isTemplateExpression(title)) titles.add(title.getText().slice(1, -1));
  }
  return titles;
}
