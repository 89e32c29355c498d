/** Makes a process look as vitest's environment `jsdom` does: a Blob of its own, and the `fetch` of Node. */
import { JSDOM } from 'jsdom';
import { populateGlobal } from 'vitest/runtime';

globalThis.foreignBlobs = { 'of Node': Blob };
const { window } = new JSDOM('', { url: 'http://localhost:3000', pretendToBeVisual: true, runScripts: 'dangerously' });
populateGlobal(globalThis, window, { bindFunctions: true });
