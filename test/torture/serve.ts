/** Starts a server that also has the throw-away ecosystems, whose clients upload in pieces. */
import { runServer } from '../../src/server/run-server.ts';
import { modules } from '../ecosystems/throwaway/modules.ts';
import { wideApi } from '../ecosystems/throwaway/wide-api.ts';

await runServer(process.env, { modules, api: wideApi });
