import { DatabaseError } from 'pg';
import { CatalogUnavailable } from '../../catalog.ts';

/**
 * The classes of SQLSTATE that say nothing about the query: connection, login, no such database, a transaction that was
 * taken back, resources, intervention of an operator (a timeout as well), system, and configuration.
 */
const NOT_ABOUT_THE_QUERY = ['08', '25', '28', '3D', '40', '53', '55', '57', '58', 'F0'];

/** What a query failed with, in the words of the catalog where it is no fault of the query. */
export function toCatalogError(error: unknown): unknown {
  return isUnavailable(error) ? new CatalogUnavailable('The database does not answer.', { cause: error }) : error;
}

/** Whether a connection cannot be used any more after this error: any that the server itself did not send. */
export function isBroken(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.code?.startsWith('57P') === true;
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return error instanceof Error && !(error instanceof TypeError);
  return NOT_ABOUT_THE_QUERY.includes(error.code?.slice(0, 2) ?? '');
}
