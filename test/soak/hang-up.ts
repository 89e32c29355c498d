/** Uploads that end in the middle. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { organization, token } from '../torture/api.ts';
import { registries, type World } from './world.ts';

export async function hangUp({ url, chance }: World): Promise<void> {
  const { hostname, port } = new URL(url);
  const registry = chance.oneOf(registries.files) ?? '';
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    `POST /v2/packages/organizations/${organization}/registries/${registry}/packages HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 10000000',
  ];
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="cut-1.0.0.bin"\r\n\r\n';
  const sent = `${head.join('\r\n')}\r\n\r\n${part}${'x'.repeat(chance.whole(0, 200_000))}`;
  await new Promise<void>((resolve) => socket.write(sent, () => resolve()));
  if (chance.next() < 0.5) socket.resetAndDestroy();
  else socket.destroy();
}
