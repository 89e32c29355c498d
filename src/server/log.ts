/** Structured logs, on standard error: standard output is for people. */
import { destination, pino, type Logger } from 'pino';

export type Log = Logger;

export function createLog(level: string): Log {
  // Should anybody ever log a request's headers, its secrets still stay out.
  return pino(
    { level, redact: ['*.authorization', '*.headers.authorization', 'headers.authorization'] },
    destination(2),
  );
}
