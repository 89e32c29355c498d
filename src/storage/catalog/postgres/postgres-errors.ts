import { DatabaseError } from 'pg';
import { CatalogUnavailable } from '../../catalog.ts';

/**
 * The classes of SQLSTATE that are not caused by the query: connection, login, missing database, a serialization
 * failure, resources, operator intervention (including timeouts), system, and configuration.
 */
const NOT_ABOUT_THE_QUERY = ['08', '25', '28', '3D', '40', '53', '55', '57', '58', 'F0'];

/** Returns `CatalogUnavailable` if the failure is not caused by the query, else the error itself. */
export function toCatalogError(error: unknown): unknown {
  return isUnavailable(error) ? new CatalogUnavailable('The database does not respond.', { cause: error }) : error;
}

/** Returns whether the connection is broken after this error: true unless the server sent it. */
export function isBroken(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.code?.startsWith('57P') === true;
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return error instanceof Error && !(error instanceof TypeError);
  return NOT_ABOUT_THE_QUERY.includes(error.code?.slice(0, 2) ?? '');
}
