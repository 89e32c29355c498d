/**
 * Starts the server with the Node that runs this. Plain JavaScript that any Node can read, so that one that is too old
 * can say what is missing; `npm ci` installs the right one where it can.
 */
import { enableOwnCompileCache } from './compile-cache.js';
import { canRun, whatIsNeeded } from './node-version.js';
import { startWithSmallHeap } from './small-heap.js';

if (!canRun) {
  console.error(
    `${whatIsNeeded}\n` +
      '`npm ci` installs it for Linux and Windows, and `npm start` uses it; elsewhere install it and try again.',
  );
  process.exit(1);
}

startWithSmallHeap();
enableOwnCompileCache();
// The flags are those of `larder serve`, which loads more.
if (process.argv.length > 2) {
  process.argv.splice(2, 0, 'serve');
  await import('../src/cli/main.ts');
} else {
  await import('../src/server/main.ts');
}
