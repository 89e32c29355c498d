/**
 * `node scripts/run.js FILE` runs a file of the project. Plain JavaScript that every version of Node can parse, so that
 * an old version of Node, or missing packages, result in a message with the remedy.
 */
import { fileURLToPath } from 'node:url';
import { exitIfNotInstalled } from '../src/cli/installed.js';
import { exitIfTooOld } from '../src/cli/node-version.js';

exitIfTooOld();
exitIfNotInstalled();
const script = new URL(`../${process.argv[2]}`, import.meta.url);
// The same arguments as if Node had run the script.
process.argv.splice(1, 2, fileURLToPath(script));
await import(script.href);
