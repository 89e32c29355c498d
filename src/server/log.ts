/** Structured logs, on standard error: standard output is for people. */
import { pino, stdTimeFunctions, type Logger, type LoggerOptions } from 'pino';
import { createLogOutput, type LogOutput } from './log-output.ts';

export type Log = Logger;

/** Times as in RFC 3339 and levels by name, for people too. */
const form: LoggerOptions = {
  base: { pid: process.pid },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
};

export function createLog(level: string): Log {
  // Should anybody ever log a request's headers, its secrets still stay out.
  return pino(
    { ...form, level, redact: ['*.authorization', '*.headers.authorization', 'headers.authorization'] },
    (standardError ??= openStandardError()),
  );
}

/** Resolves when all lines are written, but after `timeout` milliseconds at the latest. */
export async function flushLog(timeout: number): Promise<void> {
  await standardError?.flush(timeout);
}

/** One for the whole process. Node writes to it without waiting, unless it is a file or a terminal. */
let standardError: LogOutput | undefined;

function openStandardError(): LogOutput {
  const output = createLogOutput(process.stderr, (dropped) =>
    log.warn({ dropped }, 'log lines were dropped, since nobody read them in time'),
  );
  const log = pino(form, output);
  return output;
}
