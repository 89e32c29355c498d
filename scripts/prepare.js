/**
 * After `npm ci`: builds the API reference if possible. Without the development dependencies, or with a version of Node
 * that is too old for TypeScript, there is no reference. Plain JavaScript that every version of Node can parse.
 */
import { copyFileSync } from 'node:fs';
import module from 'node:module';
import { canRun } from '../src/cli/node-version.js';

// The scripts of package.json begin with `exec`, so that signals reach Node and not the shell. npm runs them with
// node_modules/.bin in the PATH; on Windows with cmd, which has no `exec`.
if (process.platform === 'win32') {
  copyFileSync(new URL('exec.cmd', import.meta.url), new URL('../node_modules/.bin/exec.cmd', import.meta.url));
}

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
