/** A rejected presigned form: no byte of its file is written to the disk, however much of it is sent. */
import { expect, test } from 'vitest';
import { rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { createUpload } from '../../src/registry/uploads/forms.ts';
import { useFailingSteps } from '../faults/failing-steps.ts';

type Data = Readonly<Record<'key' | 'policy' | 'signature', string>>;

const zeros = '0'.repeat(64);
const rejections: readonly (readonly [title: string, change: (data: Data) => Partial<Data>, status: number])[] = [
  ['a wrong signature', (data) => ({ ...data, signature: zeros }), 403],
  ['another policy', (data) => ({ ...data, policy: Buffer.from('{}').toString('base64') }), 403],
  ['another key', (data) => ({ ...data, key: 'another.bin' }), 403],
  ['no signature', ({ key, policy }) => ({ key, policy }), 400],
  ['a signature that is too long', (data) => ({ ...data, signature: '0'.repeat(201) }), 400],
];

test.each([...rejections, ['a file already', (data: Data) => data, 409] as const])(
  'a form with %s is rejected before its file is written anywhere',
  async (title, change, status) => {
    await using server = await startTestServer();
    await createRegistry(server, 'shelf', 'files');
    const registry = await server.larder.catalog.registries.find(server.organization.id, 'shelf');
    if (!registry) throw new Error('There is no registry.');
    const { upload, key, policy, signature } = await createUpload(server.larder, registry);
    const send = (data: Partial<Data>, size: number): Promise<Response> => {
      const form = new FormData();
      for (const [name, value] of Object.entries(data)) form.set(name, value);
      form.set('file', new Blob([new Uint8Array(size)]), 'app-1.0.0.bin');
      return fetch(`${server.url}/uploads/${upload.id}`, { method: 'POST', body: form });
    };
    const data = { key, policy, signature };
    if (status === 409) expect((await send(data, 1)).status).toBe(204);

    const steps = useFailingSteps(server.dataDir);
    void steps.arm();
    const { status: replied } = await rejectionOf(send(change(data), 3_000_000));
    const written = steps.disarm().filter(({ name }) => ['open', 'write'].includes(name));
    expect([title, replied, written]).toEqual([title, status, []]);
    if (status === 409) return;
    expect((await send(data, 1)).status).toBe(204);
  },
);
