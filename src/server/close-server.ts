/** Closes an HTTP server gracefully: running requests are finished, idle connections are closed. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Must be called before the first connection. The returned function closes the server within `timeout` milliseconds.
 */
export function prepareToClose(server: Server): (timeout: number) => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (timeout) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Node does not count a connection without any bytes as idle.
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    // Connections become idle when their request is finished.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), timeout);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
