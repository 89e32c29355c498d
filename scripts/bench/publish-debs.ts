/** Publishes small debs, several at once, on connections that stay. */
import { Agent, request } from 'node:http';
import { bearer, registryPath } from './larder.ts';
import type { Server } from './processes.ts';
import type { Deb } from './stock/debs.ts';

/** Throws when one is not taken. */
export async function publishDebs(
  { url }: Server,
  registry: string,
  debs: readonly Deb[],
  clients: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = debs.values();
  const client = async (): Promise<void> => {
    for (const deb of waiting) await publishDeb(agent, url + registryPath(registry, 'packages'), deb);
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
}

function publishDeb(agent: Agent, url: string, { fileName, bytes }: Deb): Promise<void> {
  const boundary = 'a-boundary-that-is-nowhere-in-the-bytes';
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = {
    ...bearer,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Length': body.length,
  };
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (some: string) => (text += some));
      response.once('error', reject).once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${fileName} was answered ${response.statusCode}: ${text}`));
      });
    });
    sending.once('error', reject).end(body);
  });
}
