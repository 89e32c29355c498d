/** Turns failures of the storage into problems for clients. */
import { Failure, type ProblemCode } from '../model/failure.ts';
import { storageFailureOf, type StorageFailure } from '../storage/failures.ts';

/** Returns the problem for a failure of the storage. Returns all other errors unchanged. */
export function explainFailure(error: unknown): unknown {
  const failure = error instanceof Failure ? undefined : storageFailureOf(error);
  if (failure === undefined) return error;
  const [code, detail] = problems[failure];
  return new Failure(code, detail, { cause: error });
}

const problems: Readonly<Record<StorageFailure, readonly [ProblemCode, string]>> = {
  full: [
    'insufficient-storage',
    "The server's disk is full, so nothing was changed. Try again when its operator has freed some space.",
  ],
  'no-disk': ['unavailable', 'The disk does not respond. Try again in a moment.'],
  'no-database': ['unavailable', 'The database does not respond. Try again in a moment.'],
};
