/** Rewrites the comments of openapi-typescript, because editors do not show `@description` as documentation. */

/** Returns the types with the summary, the description and the format of each comment as paragraphs of text. */
export function withDocComments(types: string): string {
  return types.replaceAll(/^( *)\/\*\*(.*?)\*\/$/gms, (_, indent: string, text: string) => {
    const lines = text.split('\n').map((line) => line.replace(/^ *\* ?/, '').trimEnd());
    return commentOf(paragraphs(lines), indent);
  });
}

/** Returns the lines of the text and then those of the tags. */
function paragraphs(lines: readonly string[]): readonly string[] {
  const begin = lines.findIndex((line) => line.trimStart().startsWith('@description'));
  if (begin === -1) return lines;
  const length = lines.slice(begin + 1).findIndex((line) => line.startsWith('@'));
  const end = length === -1 ? lines.length : begin + 1 + length;
  const [first = '', ...others] = lines.slice(begin, end);
  const description = [first.replace(/^ *@description /, ''), ...others.map((line) => line.replace(/^ {4}/, ''))];
  const before = lines.slice(0, begin);
  const isFormat = (line: string): boolean => line.startsWith('Format: ');
  const text = [before.filter((line) => !isFormat(line)), description, before.filter(isFormat)];
  const written = text.map((part) => trimmed(part)).filter((part) => part.length > 0);
  return [...written.flatMap((part, index) => (index === 0 ? part : ['', ...part])), ...trimmed(lines.slice(end))];
}

/** Without empty lines at both ends. */
function trimmed(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line.trim() !== '';
  return lines.slice(
    lines.findIndex(isText) === -1 ? lines.length : lines.findIndex(isText),
    lines.findLastIndex(isText) + 1,
  );
}

function commentOf(lines: readonly string[], indent: string): string {
  const [only = '', ...others] = trimmed(lines);
  if (others.length === 0) return `${indent}/** ${only.trim()} */`;
  const inner = trimmed(lines).map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...inner, `${indent} */`].join('\n');
}
