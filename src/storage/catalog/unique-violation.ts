const SQLITE_CONSTRAINT_UNIQUE = 2067;
const POSTGRESQL_UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because a row with its unique values is there: the one SQL error that is an answer. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return error.errcode === SQLITE_CONSTRAINT_UNIQUE;
  return 'code' in error && error.code === POSTGRESQL_UNIQUE_VIOLATION;
}
