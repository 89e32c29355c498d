/** The matrix as the docs show it, committed beside the bundles that it is of. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Matrix } from '../../src/web/matrix.ts';

const file = path.resolve(import.meta.dirname, '../../generated/matrix.json');

export async function writeMatrix(matrix: Matrix): Promise<void> {
  await writeFile(file, textOf(matrix));
}

/** Whether the docs show this very matrix. */
export async function isWritten(matrix: Matrix): Promise<boolean> {
  return (await readFile(file, 'utf8').catch(() => '')) === textOf(matrix);
}

function textOf(matrix: Matrix): string {
  return `${JSON.stringify(matrix, undefined, 2)}\n`;
}
