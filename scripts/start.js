/**
 * Starts the server with the Node that runs this. Plain JavaScript that any Node can read, so that one that is too old
 * can say what is missing; `npm ci` installs the right one where it can.
 */
import { enableOwnCompileCache } from '../src/cli/compile-cache.js';
import { importInstalled } from '../src/cli/installed.js';
import { exitIfTooOld } from '../src/cli/node-version.js';
import { startWithSmallHeap } from '../src/cli/small-heap.js';

exitIfTooOld();
startWithSmallHeap();
enableOwnCompileCache();
// The flags are those of `larder serve`, which loads more.
const hasFlags = process.argv.length > 2;
if (hasFlags) process.argv.splice(2, 0, 'serve');
await importInstalled(new URL(hasFlags ? '../src/cli/main.ts' : '../src/server/main.ts', import.meta.url));
