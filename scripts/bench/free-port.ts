/** A port for a server that cannot say which one it took. */
import { createServer, type AddressInfo } from 'node:net';

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      // A server on a port has an address of this kind.
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
