/** A service worker that runs the scenarios in the world that it is sent. */
import * as client from './node_modules/larder-client/dist/src/client/index.js';
import { runScenarios } from './scenarios.js';

addEventListener('install', () => void skipWaiting());
addEventListener('message', (event) => {
  const { data: world, ports } = event;
  event.waitUntil(runScenarios(client, world).then((results) => ports[0].postMessage(results)));
});
