/** Inserts parameters into a path, and rejects values that would change the path. */
import { defaultPathSerializer } from 'openapi-fetch';

/**
 * `url` has the names of the parameters in braces. Throws a `TypeError` for a value that cannot be one segment of a
 * URL: missing, empty, `.` and `..` (URL Standard, section 4.4).
 */
export function checkedPath(url: string, values: Record<string, unknown>): string {
  for (const [, name = ''] of url.matchAll(/\{([^{}]+)\}/g)) {
    const value = values[name];
    if (typeof value !== 'string' || ['', '.', '..'].includes(value)) {
      throw new TypeError(`The path parameter "${name}" of ${url} cannot be ${JSON.stringify(value)}.`);
    }
  }
  return defaultPathSerializer(url, values);
}
