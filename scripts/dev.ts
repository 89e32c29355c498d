/**
 * `npm run dev`: starts a server with its own data folder, and restarts it after each change of the source, for
 * contributors. Runs `npm run generate` after each change of the contract.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** In milliseconds, because editors write a file in several steps. */
const settled = 200;

const server = spawn(
  process.execPath,
  // With an explicit limit, the server does not restart itself, which would end the watch.
  [
    '--max-semi-space-size=8',
    '--watch-path=src',
    '--watch-path=generated',
    '--watch-preserve-output',
    'scripts/start.js',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { LARDER_DATA_DIR: path.join(root, '.larder-dev'), LARDER_LOG_LEVEL: 'debug', ...process.env },
  },
);
server.once('exit', (code) => process.exit(code ?? 1));
// The terminal sends Ctrl-C to both processes.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));

let timer: NodeJS.Timeout | undefined;
let generating = false;
watch(path.join(root, 'openapi'), { recursive: true }, schedule);

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(generate, settled);
}

function generate(): void {
  if (generating) return schedule();
  generating = true;
  console.log('openapi/ has changed. Running npm run generate.');
  const child = spawn(process.execPath, ['scripts/generate.ts'], { cwd: root, stdio: 'inherit' });
  child.once('exit', () => (generating = false));
}
