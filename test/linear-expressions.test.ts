/** Every regular expression of the source takes time in proportion to its input, from any source. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { everyOperation } from './contract/descriptions.ts';
import { slowInput } from './fixtures/linear-time.ts';

const source = path.resolve(import.meta.dirname, '../src');

/** Expressions made at run time cannot be found in the source: the test that is named here times what uses them. */
const made: Readonly<Record<string, string>> = {
  // The patterns of a description, which has a rule for them.
  'contract/bodies/byte-places.ts': 'test/contract/json-bytes.test.ts',
  'contract/form-parts.ts': 'test/contract/form-bodies.test.ts',
  // Patterns of path parameters, which are here.
  'contract/route-tree.ts': 'test/linear-expressions.test.ts',
  'ecosystems/files/file-name.ts': 'test/ecosystems/long-runs.test.ts',
  'ecosystems/python/file-name.ts': 'test/ecosystems/long-runs.test.ts',
  'ecosystems/python/version.ts': 'test/ecosystems/long-runs.test.ts',
  // Words of the contract's examples and of limited parameters, escaped.
  'mock/generate/vary-item.ts': 'test/mock/generated.test.ts',
  'model/limits.ts': 'test/ecosystems/long-runs.test.ts',
  // Patterns of the description.
  'serving/remedies.ts': 'test/ecosystems/javascript/account.test.ts',
  'web/failure-page.ts': 'test/web/sign-in.test.ts',
};

interface SourceFile {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

const files: SourceFile[] = [];
for await (const file of glob('**/*.{ts,js}', { cwd: source })) {
  const text = await readFile(path.join(source, file), 'utf8');
  files.push({ file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) });
}

test('every regular expression takes linear time', () => {
  const expressions = files.flatMap(({ file, tree }) => literalsOf(tree).map(({ text }) => ({ file, text })));
  expect(expressions.length).toBeGreaterThan(80);
  const slow = expressions.flatMap(({ file, text }) => {
    const expression = expressionOf(text);
    const input = slowInput((value) => value.replace(expression, ''));
    return input === undefined ? [] : [`${file}: ${text} for ${input}`];
  });
  expect(slow).toEqual([]);
});

test('every expression that is made at run time has a test of its own', () => {
  const makers = files.filter(({ tree }) => makesExpressions(tree)).map(({ file }) => file);
  expect(makers.toSorted()).toEqual(Object.keys(made));
});

test('every pattern of a path parameter takes linear time, because the router runs it on untrusted input', () => {
  const parameters = everyOperation.flatMap(({ operation }) => operation.parameters.filter((one) => one.in === 'path'));
  const patterns = new Set(parameters.flatMap(({ pattern }) => pattern ?? []));
  expect(patterns.size).toBeGreaterThan(0);
  const slow = [...patterns].flatMap((pattern) => {
    const expression = new RegExp(pattern, 'u');
    const input = slowInput((value) => expression.test(value));
    return input === undefined ? [] : [`${pattern} for ${input}`];
  });
  expect(slow).toEqual([]);
});

function literalsOf(tree: ts.SourceFile): ts.RegularExpressionLiteral[] {
  const found: ts.RegularExpressionLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function expressionOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

function makesExpressions(tree: ts.SourceFile): boolean {
  let makes = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'RegExp' && !ts.isTypeReferenceNode(node.parent)) makes = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return makes;
}
