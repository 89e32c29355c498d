/**
 * Node detects malformed HTTP in a body, but cannot write the failure of a service. The contract registers here how to
 * reply to each request whose body it reads.
 */
import type { IncomingMessage } from 'node:http';
import type { SentReply } from '../validation/reply-check.ts';

type Reply = (error: unknown) => SentReply;

const replies = new WeakMap<IncomingMessage, Reply>();

export function noteReply(request: IncomingMessage, reply: Reply): void {
  replies.set(request, reply);
}

/** Returns the reply of the request's service; undefined if none is registered. */
export function replyToBrokenBody(request: IncomingMessage, error: unknown): SentReply | undefined {
  return replies.get(request)?.(error);
}
