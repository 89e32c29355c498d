/** Ends an HTTP server in order: what runs is finished, and nothing else is waited for. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** To be called before the first connection. The function it gives waits for at most `timeout` milliseconds. */
export function prepareToClose(server: Server): (timeout: number) => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (timeout) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Node counts a connection on which nothing ever came among those at work.
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    // One that becomes idle is not needed any more.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), timeout);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
