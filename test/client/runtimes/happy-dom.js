/** Makes a process look as vitest's environment `happy-dom` does: a Blob and a `fetch` of its own. */
import { Window } from 'happy-dom';
import { populateGlobal } from 'vitest/runtime';

const own = ['Request', 'Response', 'fetch', 'Headers', 'AbortController', 'AbortSignal', 'URL', 'FormData'];
globalThis.foreignBlobs = { 'of Node': Blob };
const window = new Window({ url: 'http://localhost:3000', settings: { disableErrorCapturing: true } });
populateGlobal(globalThis, window, { bindFunctions: true, additionalKeys: own });
