/** Runs a server as `npm start` does, with the strange ecosystems. */
import { runServer } from '../../src/server/run-server.ts';
import { strangeModules } from './strange-ecosystems.ts';

await runServer(process.env, { modules: strangeModules });
