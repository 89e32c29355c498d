/** Starts a peer on the port of the environment. */
import { createServer, type RequestListener } from 'node:http';

export function listen(reply: RequestListener): void {
  createServer({ keepAliveTimeout: 65_000, requestTimeout: 0 }, reply).listen(Number(process.env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}
