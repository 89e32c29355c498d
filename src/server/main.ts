/** Starts a server with the settings in the environment. */
import { runServer } from './run-server.ts';

await runServer(process.env);
