/** Where storage that fails becomes a problem that clients are told about, whatever they asked for. */
import { RegistryError, type ProblemCode } from '../model/failure.ts';
import { storageFailureOf, type StorageFailure } from '../storage/failures.ts';

/** The problem that a failure is to clients; an error that is one already, or has nothing to do with storage, as it is. */
export function explainFailure(error: unknown): unknown {
  const failure = error instanceof RegistryError ? undefined : storageFailureOf(error);
  if (failure === undefined) return error;
  const [code, detail] = problems[failure];
  return new RegistryError(code, detail, { cause: error });
}

const problems: Readonly<Record<StorageFailure, readonly [ProblemCode, string]>> = {
  full: [
    'insufficient-storage',
    'The server has no room left, so nothing was changed. Try again once its operator has made some.',
  ],
  'no-disk': ['unavailable', 'The disk does not answer. Try again in a moment.'],
  'no-database': ['unavailable', 'The database does not answer. Try again in a moment.'],
};
