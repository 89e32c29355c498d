/** Output of commands: the API's body as JSON, or the same formatted for people. */
import { styleText } from 'node:util';
import { jsonOf, printable, write } from './terminal.ts';

export interface ReplyOptions {
  readonly json?: true;
}

/** Writes one JSON document, or the text that `human` returns for it. */
export async function reply<Body>({ json }: ReplyOptions, body: Body, human: (body: Body) => string): Promise<void> {
  await write(json ? `${jsonOf(body, 2)}\n` : human(body));
}

/** Returns untrusted text as a line. */
export function sentence(text: string): string {
  return `${printable(text)}\n`;
}

/** Returns names and values, one pair per line. Pairs without a value are left out. */
export function details(pairs: readonly (readonly [name: string, value: string | null | undefined])[]): string {
  const shown = pairs.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : ([[name, value]] as const),
  );
  return aligner()(shown);
}

/** Returns aligned rows under headings, or the sentence `none` if there are no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], none: string): string {
  if (rows.length === 0) return `${none}\n`;
  const align = aligner(rows);
  return heading(align([headings])) + align(rows);
}

/** Returns bold text, or plain text if standard output is not a terminal or NO_COLOR is set. */
export function heading(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

/**
 * Returns a function that formats rows in columns as wide as their widest cell so far, so that the rows of successive
 * pages stay aligned.
 */
export function aligner(ahead: readonly (readonly string[])[] = []): (rows: readonly (readonly string[])[]) => string {
  const widths: number[] = [];
  const measured = (rows: readonly (readonly string[])[]): string[][] => {
    const clean = rows.map((row) => row.map(oneLine));
    for (const row of clean)
      for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
    return clean;
  };
  measured(ahead);
  return (rows) =>
    measured(rows)
      .map(
        (row) =>
          `${row
            .map((cell, at) => cell.padEnd(widths[at] ?? 0))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('');
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/[\n\t]+/g, ' ');
}
