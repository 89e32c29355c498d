/** Structured logs on standard error. Standard output is for people. */
import { pino, stdTimeFunctions, type Logger, type LoggerOptions } from 'pino';
import { createLogOutput, type LogOutput } from './log-output.ts';

export type Log = Logger;

/** Times as in RFC 3339 and levels by name, so that people can read them. */
const form: LoggerOptions = {
  base: { pid: process.pid },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
};

/** `secretHeaders` are the names of headers, in lower case, whose values are not logged. */
export function createLog(level: string, secretHeaders: readonly string[] = ['authorization']): Log {
  const options = { ...form, level, redact: redactedPaths(secretHeaders) };
  return pino(options, (standardError ??= openStandardError()));
}

/**
 * Returns the places of these headers, for pino. Nothing logs the headers of a request; if it ever does, these stay
 * out.
 */
export function redactedPaths(headers: readonly string[]): string[] {
  return headers.flatMap((name) => ['*', '*.headers', 'headers'].map((place) => `${place}["${name}"]`));
}

/** Resolves when all lines are written, or after `timeout` milliseconds. */
export async function flushLog(timeout: number): Promise<void> {
  await standardError?.flush(timeout);
}

/** One output for the whole process. Node's writes do not block unless standard error is a file or a terminal. */
let standardError: LogOutput | undefined;

function openStandardError(): LogOutput {
  const output = createLogOutput(process.stderr, (dropped) =>
    log.warn({ dropped }, 'log lines were dropped because they were not read in time'),
  );
  const log = pino(form, output);
  return output;
}
