/**
 * After `npm ci`: writes the reference where that can be done. Without the development dependencies, or with a Node that
 * is too old for TypeScript, there is just no reference. Plain JavaScript that any Node can read.
 */
import module from 'node:module';
import { canRun } from '../src/cli/node-version.js';

if (canRun && isInstalled('@redocly/cli/package.json')) {
  // Nobody's installation is to fail for want of a page.
  await import('./docs.ts').catch((error) => {
    console.error(`The reference could not be written (${error.message}); \`npm run docs\` tries it again.`);
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
