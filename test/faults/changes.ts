/** Changes that are made through a server while something fails, each with a way to see whether it was made. */
import { createHash } from 'node:crypto';
import { bodyOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish, type TestServer } from '../fixtures/server.ts';

export interface Change {
  /** Sends the request. */
  make(): Promise<Response>;
  /** Whether it was made: all of it, or nothing at all. Throws when it was half made. */
  isMade(): Promise<boolean>;
  /** The status of the request if the change was made before. */
  readonly again: number;
  /** Steps without which it cannot be made. */
  readonly needs: readonly string[];
}

/** Makes ready a change that was never made before. */
export type Prepare = (server: TestServer, number: number) => Promise<Change>;

/** The steps that make bytes durable. */
const onDisk = ['open', 'write', 'rename', 'sync', 'sync a folder', 'mkdir', 'link'];

/** More than one write to the disk. */
const large = 1_100_000;

export const changes = {
  'a publication of a Debian package': async (server: TestServer, number: number) => {
    const bytes = Uint8Array.from(await buildDeb({ control: { Version: `1.${number}` } }));
    return publication(server, 'debs', `demo_1.${number}_all.deb`, bytes);
  },
  'a copy': async (server: TestServer, number: number) => {
    const [name, bytes] = [`copied-1.${number}.0.bin`, new Uint8Array(10).fill(number)];
    const { id } = await bodyOf(publish(server, 'shelf', name, bytes), 'Package');
    const path = `${server.in('shelf', 'packages', id, 'copy')}?to=other`;
    return {
      make: () => server.ask(path, { method: 'POST' }),
      isMade: () => isWhole(server, 'other', name, bytes),
      again: 409,
      needs: ['begin immediate', 'update registries set', 'insert into packages', 'insert into files', 'commit'],
    };
  },
  'a deletion': async (server: TestServer, number: number) => {
    const [name, bytes] = [`deleted-1.${number}.0.bin`, new Uint8Array(10).fill(number)];
    const { id } = await bodyOf(publish(server, 'shelf', name, bytes), 'Package');
    return {
      make: () => server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' }),
      isMade: async () => !(await isWhole(server, 'shelf', name, bytes)),
      again: 404,
      needs: ['begin immediate', 'insert into unreferenced_blobs', 'delete from packages', 'commit'],
    };
  },
  // The one that takes longest comes last.
  'a publication of a plain file': async (server: TestServer, number: number) =>
    publication(server, 'shelf', `demo-1.${number}.0.bin`, new Uint8Array(large).fill(number)),
} satisfies Readonly<Record<string, Prepare>>;

function publication(server: TestServer, registry: string, name: string, bytes: Uint8Array<ArrayBuffer>): Change {
  return {
    make: () => publish(server, registry, name, bytes),
    isMade: () => isWhole(server, registry, name, bytes),
    again: 409,
    needs: [...onDisk, 'begin immediate', 'insert into packages', 'insert into blobs', 'insert into files', 'commit'],
  };
}

/** Whether a package with this file is listed; its bytes must be there then. */
async function isWhole(server: TestServer, registry: string, fileName: string, bytes: Uint8Array): Promise<boolean> {
  const [, name = '', version = ''] = /^(\w+)[-_](\d+(?:\.\d+)*)[._]/.exec(fileName) ?? [];
  const { items } = await bodyOf(
    server.ask(`${server.in(registry, 'packages')}?name=${name}&per_page=3`),
    'PackageList',
  );
  const item = items.find((one) => one.version === version);
  if (!item) return false;
  const file = await server.ask(server.in(registry, 'packages', item.id, 'files', fileName));
  const found = createHash('sha256').update(await file.bytes());
  const expected = createHash('sha256').update(bytes);
  if (file.status !== 200 || found.digest('hex') !== expected.digest('hex'))
    throw new Error(`${fileName} is half there.`);
  return true;
}
