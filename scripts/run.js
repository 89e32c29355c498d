/**
 * `node scripts/run.js FILE` runs a file of the project. Plain JavaScript that any Node can read, so that one that is too
 * old, or has no packages yet, can say what is missing; `npm ci` installs the right one where it can.
 */
import { fileURLToPath } from 'node:url';
import { exitIfNotInstalled } from '../src/cli/installed.js';
import { exitIfTooOld } from '../src/cli/node-version.js';

exitIfTooOld();
exitIfNotInstalled();
const script = new URL(`../${process.argv[2]}`, import.meta.url);
// As if Node ran the script itself.
process.argv.splice(1, 2, fileURLToPath(script));
await import(script.href);
