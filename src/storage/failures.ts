/** Classifies failures of the disk and the database by their codes. */
import { CatalogUnavailable } from './catalog.ts';

/**
 * 'full': there is no space left, and nothing was changed. 'no-disk', 'no-database': it does not work at present, but
 * may later, and a failed change may have been made nevertheless.
 */
export type StorageFailure = 'full' | 'no-disk' | 'no-database';

/** Returns undefined for errors that are not about storage, and for permanent ones. */
export function storageFailureOf(error: unknown): StorageFailure | undefined {
  const chain = causesOf(error);
  if (chain.some(saysFull)) return 'full';
  if (chain.some(saysNoDatabase)) return 'no-database';
  return chain.some((one) => NO_DISK.includes(codeOf(one))) ? 'no-disk' : undefined;
}

/** A full disk, a full quota, a full PostgreSQL (`disk_full`). */
const FULL = ['ENOSPC', 'EDQUOT', '53100'];

/** A disk that fails, was removed or became read-only; a system that is out of files or memory. */
const NO_DISK = ['EIO', 'EROFS', 'ESTALE', 'ENODEV', 'ENXIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

const SQLITE_FULL = 13;

/** Locked for too long, out of memory, an error of the disk, a file that cannot be opened. */
const SQLITE_AWAY = [5, 7, 10, 14];

function saysFull(error: Error): boolean {
  return FULL.includes(codeOf(error)) || sqliteCodeOf(error) === SQLITE_FULL;
}

function saysNoDatabase(error: Error): boolean {
  const code = sqliteCodeOf(error);
  return error instanceof CatalogUnavailable || (code !== undefined && SQLITE_AWAY.includes(code));
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The low byte is the primary code. */
function sqliteCodeOf(error: Error): number | undefined {
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
