/** What a server answered, heard from its log. */
import { pino } from 'pino';
import type { Log } from '../../src/server/log.ts';

export interface RecordedAnswer {
  readonly method: string;
  readonly path: string;
  /** Absent when the URL is not of any operation. */
  readonly operationId?: string;
  readonly status: number;
}

export interface Recording {
  readonly log: Log;
  /** In order; grows while the server answers. */
  readonly answers: readonly RecordedAnswer[];
}

export function recordAnswers(): Recording {
  const answers: RecordedAnswer[] = [];
  const write = (line: string): void => {
    const entry: unknown = JSON.parse(line);
    if (isAnswer(entry)) answers.push(entry);
  };
  return { log: pino({ level: 'info' }, { write }), answers };
}

/** The log has other lines as well; only those of answers have a status. */
function isAnswer(entry: unknown): entry is RecordedAnswer {
  return typeof entry === 'object' && entry !== null && 'status' in entry && 'path' in entry;
}
