/** An expected failure of a command: what happened, and what to do next, for the person at the terminal. */
import type { Outcome } from './exit-codes.ts';

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly outcome: Outcome;

  /** The message may have several lines; the first says what happened, the others what helps. */
  constructor(outcome: Outcome, message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}
