/** The replies of a server, read from its log. */
import { pino } from 'pino';
import type { Log } from '../../src/server/log.ts';

export interface RecordedReply {
  readonly method: string;
  readonly path: string;
  /** Absent when the URL is not of any operation. */
  readonly operationId?: string;
  readonly status: number;
}

export interface Recording {
  readonly log: Log;
  /** In order; grows with each reply of the server. */
  readonly replies: readonly RecordedReply[];
}

export function recordReplies(): Recording {
  const replies: RecordedReply[] = [];
  const write = (line: string): void => {
    const entry: unknown = JSON.parse(line);
    if (isReply(entry)) replies.push(entry);
  };
  return { log: pino({ level: 'info' }, { write }), replies };
}

/** The log has other lines as well; only those of replies have a status. */
function isReply(entry: unknown): entry is RecordedReply {
  return typeof entry === 'object' && entry !== null && 'status' in entry && 'path' in entry;
}
