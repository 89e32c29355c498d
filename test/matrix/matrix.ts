/** The matrix: each cell of the contract, and whether a response of the real server reached it. */
import type { Matrix, MatrixReply, Reached } from '../../src/web/matrix.ts';
import { keysOf, type DescribedCells } from './cells.ts';

export function matrixOf(cells: readonly DescribedCells[], reached: ReadonlySet<string>): Matrix {
  const keys = keysOf(cells);
  const byTitle = Map.groupBy(cells, ({ document }) => String(document.info['title']));
  return {
    total: keys.length,
    reached: keys.filter((key) => reached.has(key)).length,
    descriptions: [...byTitle].map(([title, own]) => ({
      title,
      operations: [...Map.groupBy(own, ({ operation }) => operation)].map(([{ id, method, path }, replies]) => ({
        id,
        method,
        path,
        replies: replies.flatMap((reply) => matrixReplies(reply, reached)),
      })),
    })),
  };
}

function matrixReplies({ status, media, headers }: DescribedCells, reached: ReadonlySet<string>): MatrixReply[] {
  const among = (named: readonly { readonly name: string; readonly key: string }[]): Reached =>
    Object.fromEntries(named.map(({ name, key }) => [name, reached.has(key)]));
  return media.map(({ type, key, examples }) => ({
    status,
    type,
    reached: reached.has(key),
    examples: among(examples),
    headers: among(headers.map(({ name, present, key }) => ({ name: present ? name : `no ${name}`, key }))),
  }));
}
