/**
 * A body that is not HTTP is found by Node, which knows no service. The contract notes here how to reply to each request
 * whose body it reads.
 */
import type { IncomingMessage } from 'node:http';
import type { SentAnswer } from '../validation/answer-check.ts';

type Reply = (error: unknown) => SentAnswer;

const replies = new WeakMap<IncomingMessage, Reply>();

export function noteReply(request: IncomingMessage, reply: Reply): void {
  replies.set(request, reply);
}

/** Returns the reply of the request's service; undefined if none is noted. */
export function replyToBrokenBody(request: IncomingMessage, error: unknown): SentAnswer | undefined {
  return replies.get(request)?.(error);
}
