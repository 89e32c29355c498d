/**
 * Starts the server. Plain JavaScript that every version of Node can parse, so that an old version of Node results in a
 * message with the remedy.
 */
import { enableOwnCompileCache } from '../src/cli/compile-cache.js';
import { importInstalled } from '../src/cli/installed.js';
import { exitIfTooOld } from '../src/cli/node-version.js';
import { startWithSmallHeap } from '../src/cli/small-heap.js';

exitIfTooOld();
startWithSmallHeap();
enableOwnCompileCache();
// Flags are handled by `larder serve`, which loads more modules.
const hasFlags = process.argv.length > 2;
if (hasFlags) process.argv.splice(2, 0, 'serve');
await importInstalled(new URL(hasFlags ? '../src/cli/main.ts' : '../src/server/main.ts', import.meta.url));
