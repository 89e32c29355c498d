/** How every server here tells whoever started it where it is. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on a free port and says so. */
export function listen(reply: RequestListener): void {
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 0 }, reply).listen(0, '127.0.0.1', () => {
    // A server on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    console.log(`ready http://127.0.0.1:${port}`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
