/** The two ways out: answers on standard output, everything else on standard error. */
import { isatty } from 'node:tty';

// Failed writes are told to whoever wrote; the event alone would end the process with a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Writes to standard output, and waits while its reader is slow. Rejects with `EPIPE` when nobody reads any more. */
export async function write(text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Writes lines for the person at the terminal to standard error. */
export function tell(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/** Text from elsewhere, without what a terminal would take as a command. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}

/**
 * JSON that a terminal shows as text. `JSON.stringify` escapes control characters up to U+001F only; U+009B alone begins
 * the commands of a terminal as well.
 */
export function jsonOf(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a person sits before the given stream. */
export function isTerminal(stream: 'stdin' | 'stdout' | 'stderr'): boolean {
  return isatty({ stdin: 0, stdout: 1, stderr: 2 }[stream]);
}
