/**
 * The key of the catalog's writes. Only `registry/` and the code that assembles a `Larder` may import it, so that all
 * changes go through the domain. `test/architecture` checks that.
 */
export const writable: unique symbol = Symbol('catalog with writes');
