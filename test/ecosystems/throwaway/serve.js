/**
 * Runs a server that has the throw-away ecosystems as well, like `npm start`, such as for `npm run bench`. Plain
 * JavaScript, like `scripts/start.js`.
 */
import process from 'node:process';
import { startWithSmallHeap } from '../../../src/cli/small-heap.js';

startWithSmallHeap();
const { runServer } = await import('../../../src/server/run-server.ts');
const { modules } = await import('./modules.ts');
const { wideApi } = await import('./wide-api.ts');
await runServer(process.env, { modules, api: wideApi });
