/** Changes that are made through a server while something fails, each with a way to see whether it was made. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { problemOf } from '../../src/contract/replies/problems.ts';
import type { UploadSession } from '../../src/model/records.ts';
import { finishUpload } from '../../src/registry/uploads/finish-upload.ts';
import { appendToUpload, findUpload, openUpload } from '../../src/registry/uploads/sessions.ts';
import { explainFailure } from '../../src/server/explain-failure.ts';
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
  'a piece of an upload': async (server: TestServer, number: number) => {
    const { id } = await openedUpload(server, number);
    const uploads = server.larder.catalog.uploads;
    return {
      make: () => replyTo(() => sendPiece(server, id, 5, `more ${number}`)),
      isMade: async () => ((await uploads.size(id)) ?? 0) > 5,
      again: 409,
      needs: [
        ...onDisk,
        'begin immediate',
        'update uploads set',
        'insert into blobs',
        'insert into upload_pieces',
        'commit',
      ],
    };
  },
  'the end of an upload in pieces': async (server: TestServer, number: number) => {
    const { id, registry } = await openedUpload(server, number);
    if ((await server.larder.catalog.uploads.size(id)) === 5) await sendPiece(server, id, 5, `more ${number}`);
    const sha256 = createHash('sha256').update(`startmore ${number}`).digest('hex');
    const found = () => server.larder.catalog.uploads.findNamed(registry.id, sha256, new Date());
    return {
      make: () =>
        replyTo(async () =>
          finishUpload(server.larder, registry, await findUpload(server.larder, registry, id), sha256),
        ),
      isMade: async () => {
        const upload = await found();
        if (!upload?.file) return false;
        const bytes = await text(await server.larder.blobs.open(upload.file.blob.location));
        if (bytes !== `startmore ${number}`) throw new Error('The upload is half there.');
        return true;
      },
      // It can be repeated.
      again: 200,
      needs: [
        ...onDisk,
        'begin immediate',
        'insert into unreferenced_blobs',
        'delete from upload_pieces',
        'insert into blobs',
        'commit',
      ],
    };
  },
  // The one that takes longest comes last.
  'a publication of a plain file': async (server: TestServer, number: number) =>
    publication(server, 'shelf', `demo-1.${number}.0.bin`, new Uint8Array(large).fill(number)),
} satisfies Readonly<Record<string, Prepare>>;

/** By the folder of their server and their number, so that another server on the folder continues the same one. */
const opened = new Map<string, Promise<UploadSession>>();

/** An upload that has the five bytes "start". */
async function openedUpload(server: TestServer, number: number) {
  const { larder, organization, dataDir } = server;
  const registry = await larder.catalog.registries.find(organization.id, 'shelf');
  if (!registry) throw new Error('There is no registry.');
  const begin = async (): Promise<UploadSession> => {
    const upload = await openUpload(larder, registry);
    await sendPiece(server, upload.id, 0, 'start');
    return upload;
  };
  const key = `${dataDir} ${number}`;
  const upload = opened.get(key) ?? begin();
  opened.set(key, upload);
  return { ...(await upload), registry };
}

async function sendPiece({ larder }: TestServer, id: string, offset: number, bytes: string): Promise<void> {
  const upload = await larder.catalog.uploads.find(id);
  const staged = await larder.blobs.stage(Readable.from([Buffer.from(bytes)]));
  try {
    if (upload) await appendToUpload(larder, upload, { offset, staged });
  } finally {
    await staged.discard();
  }
}

/** The response of a server whose operation is this work. */
async function replyTo(work: () => Promise<unknown>): Promise<Response> {
  try {
    await work();
    return new Response('done');
  } catch (error) {
    const { status, body, type } = problemOf(explainFailure(error));
    return Response.json(body, { status, headers: { 'Content-Type': type } });
  }
}

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
