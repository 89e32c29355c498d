/** Formats the matrix for a terminal: one line for each operation, with its possible responses. */
import type { Matrix, MatrixReply, Reached } from '../../src/web/matrix.ts';

export function matrixText({ total, reached, descriptions }: Matrix): string {
  const lines = descriptions.flatMap(({ title, operations }) => [
    '',
    title,
    ...operations.map(({ id, replies }) => `  ${id.padEnd(24)} ${replies.map(replyText).join('  ')}`),
  ]);
  return [...lines, '', `${reached} of ${total} cells are reached by an answer of the server.`].join('\n');
}

/** The status, then the number of its examples and headers; unreached ones are in brackets. */
function replyText({ status, reached, examples, headers }: MatrixReply): string {
  const parts = [...counted('e', examples), ...counted('h', headers)];
  return [reached ? String(status) : `[${status}]`, ...parts].join(' ');
}

function counted(letter: string, cells: Reached): string[] {
  const all = Object.values(cells);
  const lacking = all.filter((isReached) => !isReached).length;
  if (all.length === 0) return [];
  return [lacking === 0 ? `${all.length}${letter}` : `${all.length}${letter}[-${lacking}]`];
}
