const SQLITE_CONSTRAINT_UNIQUE = 2067;
const POSTGRESQL_UNIQUE_VIOLATION = '23505';

/** Returns whether a statement failed because of a unique constraint, the only SQL error that is a normal outcome. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return error.errcode === SQLITE_CONSTRAINT_UNIQUE;
  return 'code' in error && error.code === POSTGRESQL_UNIQUE_VIOLATION;
}
