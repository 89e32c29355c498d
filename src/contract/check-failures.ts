/** Checks at start that the failures of a service match its description. */
import type { DescribedOperation } from './description.ts';
import { essenceOf, keyDescribing } from './media-types.ts';
import { parameterNames } from './path-template.ts';
import { failuresOf } from './replies/problems.ts';
import { replyToFailure, type ServiceReplies } from './replies/service-replies.ts';

/**
 * Throws an `Error` that names the operation if a failure with a described status is written with another status or
 * media type that is not described, for any client. Bodies are checked by the type `FailureWriter`, and when they are
 * sent.
 */
export function checkFailures(
  title: string,
  operations: readonly DescribedOperation[],
  serviceReplies: ServiceReplies,
): void {
  for (const operation of operations) {
    const { id, method, path, replies } = operation;
    const values = Object.fromEntries(parameterNames(path).map((name) => [name, 'x']));
    for (const [described] of replies) {
      for (const failure of failuresOf(described)) {
        for (const accept of operation.forBrowsers ? ['text/html'] : ['*/*', 'text/html']) {
          const facts = { server: '', id: 'x', method, path, query: '', headers: { accept }, operation, values };
          const { status, type = '' } = replyToFailure(serviceReplies, failure, facts);
          const reply = replies.get(status);
          if (reply && keyDescribing(reply.content, essenceOf(type)) !== undefined) continue;
          const types = [...(reply?.content.keys() ?? [])].join(', ');
          const instead = reply ? `describes it as ${types || 'empty'}` : 'does not describe that status';
          throw new Error(`${title} writes ${failure.code} as ${status} ${type}, but ${id} ${instead}`);
        }
      }
    }
  }
}
