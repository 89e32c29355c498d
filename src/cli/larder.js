#!/usr/bin/env node
/**
 * The command `larder`. Plain JavaScript that every version of Node can parse: a version that is too old starts the
 * Node that `npm ci` has installed, or prints the remedy.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enableOwnCompileCache } from './compile-cache.js';
import { importInstalled } from './installed.js';
import { canRun, whatIsNeeded } from './node-version.js';
import { startWithSmallHeap } from './small-heap.js';

if (canRun) {
  if (process.argv[2] === 'serve') startWithSmallHeap();
  enableOwnCompileCache();
  await importInstalled(new URL('main.ts', import.meta.url));
} else {
  handOver(fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url)));
}

function handOver(node) {
  if (!existsSync(node)) {
    const how = '`npm ci` installs it on Linux and Windows; on other systems, install it yourself.';
    process.stderr.write(`${whatIsNeeded}\n${how}\n`);
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both processes; other signals reach only this one and are passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  });
}
