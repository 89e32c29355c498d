/** An expected failure of a command. Its message is shown without a stack trace. */
import type { Outcome } from './exit-codes.ts';

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly outcome: Outcome;

  /** The first line of the message is the failure, the other lines are the remedy. */
  constructor(outcome: Outcome, message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}
