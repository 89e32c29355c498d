/** Reads source files as syntax trees. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

export interface SourceFile {
  readonly source: ts.SourceFile;
  /** Returns a position as `src/cli/main.ts:12`. */
  readonly at: (position: number) => string;
}

export async function parseFile(file: string): Promise<SourceFile> {
  return parseSource(file, await readFile(file, 'utf8'));
}

export function parseSource(file: string, text: string): SourceFile {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return { source, at: (position) => `${file}:${source.getLineAndCharacterOfPosition(position).line + 1}` };
}

export function walk(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => walk(child, each));
}

/** Returns the text of a string, with `…` for the values in a template; undefined if the node is not a string. */
export function textOfString(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}
