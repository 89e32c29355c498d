/** How commands answer: the API's body as JSON, or the same for people. */
import { styleText } from 'node:util';
import { jsonOf, printable, write } from './terminal.ts';

export interface AnswerOptions {
  readonly json?: true;
}

/** Prints one JSON document, or what `human` makes of it. */
export async function answer<Body>({ json }: AnswerOptions, body: Body, human: (body: Body) => string): Promise<void> {
  await write(json ? `${jsonOf(body, 2)}\n` : human(body));
}

/** Text from elsewhere as a line. */
export function sentence(text: string): string {
  return `${printable(text)}\n`;
}

/** Names and values, one pair a line; pairs without a value are left out. */
export function details(pairs: readonly (readonly [name: string, value: string | null | undefined])[]): string {
  const shown = pairs.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : ([[name, value]] as const),
  );
  return aligner()(shown);
}

/** Rows under headings, aligned; or a sentence when there are none. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], none: string): string {
  if (rows.length === 0) return `${none}\n`;
  const align = aligner(rows);
  return heading(align([headings])) + align(rows);
}

/** Bold on a terminal, unless NO_COLOR says otherwise. */
export function heading(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

/**
 * Gives a function that writes rows in columns as wide as their widest cell so far, so that rows that come page by page
 * stay in line.
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
