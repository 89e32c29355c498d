/** The two outputs: results on standard output, everything else on standard error. */
import { isatty } from 'node:tty';

// The callers of `write` handle its errors; without a listener, the event would end the process with a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Writes to standard output, and waits while its reader is slow. Rejects with `EPIPE` if the reader has closed it. */
export async function write(text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Writes lines to standard error. */
export function tell(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/** Returns untrusted text without the control characters that a terminal would interpret. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}

/**
 * Returns JSON without control characters. `JSON.stringify` escapes only those up to U+001F, but U+009B starts a
 * terminal command, too.
 */
export function jsonOf(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns whether the stream is a terminal. */
export function isTerminal(stream: 'stdin' | 'stdout' | 'stderr'): boolean {
  return isatty({ stdin: 0, stdout: 1, stderr: 2 }[stream]);
}
