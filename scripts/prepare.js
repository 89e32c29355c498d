/**
 * After `npm ci`: builds the API reference if possible. Without the development dependencies, or with a version of Node
 * that is too old for TypeScript, there is no reference. Plain JavaScript that every version of Node can parse.
 */
import module from 'node:module';
import { canRun } from '../src/cli/node-version.js';

if (canRun && isInstalled('@redocly/cli/package.json')) {
  // A missing reference must not fail the installation.
  await import('./docs.ts').catch((error) => {
    console.error(`The API reference could not be built (${error.message}). Run \`npm run docs\` to try again.`);
  });
}

function isInstalled(file) {
  try {
    module.createRequire(import.meta.url).resolve(file);
    return true;
  } catch {
    return false;
  }
}
