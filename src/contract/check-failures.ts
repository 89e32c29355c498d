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
export function checkFailures(title: string, operations: readonly DescribedOperation[], replies: ServiceReplies): void {
  for (const operation of operations) {
    const { id, method, path, answers } = operation;
    const values = Object.fromEntries(parameterNames(path).map((name) => [name, 'x']));
    for (const [described] of answers) {
      for (const failure of failuresOf(described)) {
        for (const accept of ['*/*', 'text/html']) {
          const facts = { id: 'x', method, path, headers: { accept }, operation, values };
          const { status, type = '' } = replyToFailure(replies, failure, facts);
          const reply = answers.get(status);
          if (reply && keyDescribing(reply.content, essenceOf(type)) !== undefined) continue;
          const types = [...(reply?.content.keys() ?? [])].join(', ');
          const instead = reply ? `describes it as ${types || 'empty'}` : 'does not describe that status';
          throw new Error(`${title} writes ${failure.code} as ${status} ${type}, but ${id} ${instead}`);
        }
      }
    }
  }
}
