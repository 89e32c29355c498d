/** Collects the English texts of a project: comments and messages, test names, descriptions and documents. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { isScalar, parseDocument, visit } from 'yaml';
import { parseFile, textOfString, walk } from './source-files.ts';

export interface Text {
  /** Such as `src/cli/main.ts:12`. */
  readonly at: string;
  readonly text: string;
  readonly kind: 'docstring' | 'other';
}

/** Returns the comments of a source file, and the string literals that are sentences. */
export async function textsOfSource(file: string): Promise<readonly Text[]> {
  const { source, at } = await parseFile(file);
  const texts = commentsOf(source, at);
  walk(source, (node) => {
    const text = textOf(node);
    if (text !== undefined && isSentence(text)) texts.push({ at: at(node.getStart()), text, kind: 'other' });
  });
  return texts;
}

/** Returns the comments of a source file whose string literals are not for people, such as test data. */
export async function commentsOfSource(file: string): Promise<readonly Text[]> {
  const { source, at } = await parseFile(file);
  return commentsOf(source, at);
}

/** Returns the titles of the tests in a file. */
export async function titlesOfTests(file: string): Promise<readonly Text[]> {
  const { source, at } = await parseFile(file);
  const texts: Text[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !/^(it|test|describe)\b/.test(node.expression.getText())) return;
    const [title] = node.arguments;
    const text = title && textOf(title);
    if (title && text !== undefined) texts.push({ at: at(title.getStart()), text, kind: 'other' });
  });
  return texts;
}

/** Returns the descriptions, summaries and messages in a YAML file. */
export async function textsOfDescription(file: string): Promise<readonly Text[]> {
  const content = await readFile(file, 'utf8');
  const texts: Text[] = [];
  visit(parseDocument(content), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
      if (!['description', 'summary', 'detail', 'message'].includes(String(key.value))) return;
      const line = content.slice(0, value.range?.[0]).split('\n').length;
      texts.push({ at: `${file}:${line}`, text: value.value, kind: 'other' });
    },
  });
  return texts;
}

/** Returns the paragraphs of a Markdown file, without code blocks. */
export async function textsOfDocument(file: string): Promise<readonly Text[]> {
  const content = await readFile(file, 'utf8');
  const prose = content.replaceAll(/^```.*?^```$/gms, (block) => block.replaceAll(/[^\n]/g, ''));
  return prose
    .split('\n')
    .map((text, index): Text => ({ at: `${file}:${index + 1}`, text, kind: 'other' }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('    '));
}

function commentsOf(source: ts.SourceFile, at: (position: number) => string): Text[] {
  const comments = new Map<number, string>();
  walk(source, (node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [])
      comments.set(pos, source.text.slice(pos, end));
  });
  return [...comments].map(([position, comment]) => ({
    at: at(position),
    text: comment.replaceAll(/^\s*(\/\*\*?|\*\/|\*|\/\/) ?|\*\/$/gm, ''),
    kind: comment.startsWith('/**') ? 'docstring' : 'other',
  }));
}

/** Returns the text of a string that is not SQL; undefined if the node is not one. */
function textOf(node: ts.Node): string | undefined {
  const isSql = node.parent && ts.isTaggedTemplateExpression(node.parent) && node.parent.tag.getText() === 'sql';
  return isSql ? undefined : textOfString(node);
}

/** Returns whether a literal has at least three words in a row, unlike names, SQL columns and patterns. */
function isSentence(text: string): boolean {
  return /[a-z]+ [a-z]+ [a-z]+/i.test(text);
}
