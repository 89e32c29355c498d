/**
 * `node scripts/run.js NAME` runs `NAME.ts` beside it. Plain JavaScript that any Node can read, so that one that is too
 * old, or has no packages yet, can say what is missing; `npm ci` installs the right one where it can.
 */
import { fileURLToPath } from 'node:url';
import { exitIfNotInstalled } from './installed.js';
import { exitIfTooOld } from './node-version.js';

exitIfTooOld();
exitIfNotInstalled();
const script = new URL(`${process.argv[2]}.ts`, import.meta.url);
// As if Node ran the script itself.
process.argv.splice(1, 2, fileURLToPath(script));
await import(script.href);
