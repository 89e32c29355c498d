/**
 * The key of the catalog with its writes. Only `registry/` and those that assemble a `Larder` import it, so that all changes
 * go through the domain; a test of the imports holds it.
 */
export const writable: unique symbol = Symbol('the catalog with its writes');
