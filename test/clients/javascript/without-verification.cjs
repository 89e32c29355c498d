/**
 * Loaded before npm, whose script is the first argument. npm verifies a bundle that it publishes with keys of a public
 * server, which tests do not reach, so that this step is left out.
 */
const { createRequire } = require('node:module');

const requireOfNpm = createRequire(process.argv[1]);
const file = requireOfNpm.resolve('sigstore');
const sigstore = requireOfNpm(file);
require.cache[file].exports = { ...sigstore, verify: () => Promise.resolve() };
