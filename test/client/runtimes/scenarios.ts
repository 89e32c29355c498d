/**
 * What the client does in every runtime. Written once, for what all of them have: it is stripped of its types and run by
 * Node, Bun, Deno, jsdom, happy-dom, a window and a service worker.
 */
import type * as LarderClientPackage from '../../../src/client/index.ts';
import type { LarderClient, Package, PackageSource, Published } from '../../../src/client/index.ts';

export interface World {
  readonly baseUrl: string;
  readonly token: string;
  readonly organization: string;
  /** The name of a registry that does not exist yet, and its slug. */
  readonly registry: string;
  /** The path of a file that has the bytes of `sampleBytes()`; undefined where no path can be read. */
  readonly path?: string | undefined;
  /** Whether an upload by the global `fetch` can report its progress. */
  readonly progress: boolean;
  /** Further classes of Blobs by their names. */
  readonly blobs?: Readonly<Record<string, BlobClass>> | undefined;
}

type BlobClass = new (parts: readonly Uint8Array<ArrayBuffer>[]) => Blob;

type Client = typeof LarderClientPackage;

/** Resolves to the names of all scenarios, and to what was wrong in those that failed. */
export async function runScenarios(client: Client, world: World): Promise<Results> {
  const scenarios = Object.entries(scenariosOf(client, world));
  const failures: Record<string, string> = {};
  for (const [name, scenario] of scenarios) {
    await scenario().catch((error: unknown) => {
      const { cause } = error as { cause?: unknown };
      failures[name] = [error, cause]
        .filter((reason) => reason !== undefined)
        .map(String)
        .join(' because of ');
    });
  }
  return { names: scenarios.map(([name]) => name), failures };
}

export interface Results {
  readonly names: readonly string[];
  readonly failures: Readonly<Record<string, string>>;
}

/** In their order: the first one creates the registry that all others use. Each throws if something is wrong. */
function scenariosOf(client: Client, world: World): Record<string, () => Promise<void>> {
  const { createLarderClient, LarderError, unwrap } = client;
  const { baseUrl, token, organization, registry } = world;
  const larder = createLarderClient({ baseUrl, token });
  const own = createLarderClient({ baseUrl, token: async () => token, organization, timeout: 60_000 });
  const at = { organization, registry };
  const bytes = sampleBytes();
  // Less than the types of a Blob require, like that of jsdom.
  const classes = { PrivateBlob, WholeBlob } as unknown as Record<'PrivateBlob' | 'WholeBlob', BlobClass>;
  const blobs = { ...classes, ...world.blobs };
  const publishes = (name: string, open: () => PackageSource): Record<string, () => Promise<void>> => ({
    [`publishes ${name}`]: async () => await checkPublished(await larder.publish(at, open())),
    [`publishes ${name} with progress`]: async () => await checkProgress(larder, open()),
    [`publishes ${name} by a presigned form`]: async () =>
      await checkPublished(await larder.publishPresigned(at, open())),
  });
  const checkPublished = async (published: Published): Promise<void> => await checkStored(unwrap(published));
  /** The server's digest and that of the download are those of the bytes. */
  const checkStored = async ({ id, name, digests }: Package): Promise<void> => {
    const file = unwrap(await larder.download({ ...at, package: id, file: `${name}-1.0.0.bin` }));
    const downloaded = await new Response(file).arrayBuffer();
    const expected = await sha256(bytes);
    equal([digests.sha256, await sha256(downloaded)], [expected, expected]);
  };
  const checkProgress = async (through: LarderClient, source: PackageSource): Promise<void> => {
    const progress: (readonly [sent: number, total: number])[] = [];
    const onProgress = (sent: number, total: number): void => void progress.push([sent, total]);
    await checkPublished(await through.publish(at, source, { onProgress }));
    const [sent = 0, total = 0] = progress.at(-1) ?? [];
    equal([progress.length > 0, sent, total], world.progress ? [true, bytes.length, bytes.length] : [false, 0, 0]);
  };
  const listed = async (name: string): Promise<number> =>
    unwrap(await larder.GET(packages, { params: { path: at, query: { name } } })).items.length;
  const rejects = async (action: Promise<unknown>): Promise<unknown> => {
    const error = await action.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    equal(error instanceof Error || error instanceof DOMException, true);
    return error;
  };
  /** A Blob whose content is shorter or longer than its size. */
  const dishonest = async (name: string, difference: number): Promise<void> => {
    const blob = new PrivateBlob([bytes], bytes.length + difference) as unknown as Blob;
    await rejects(larder.publish(at, { blob, name: `${name}-1.0.0.bin` }));
    await rejects(larder.publish(at, { blob, name: `${name}-1.0.0.bin` }, { onProgress: () => undefined }));
    await rejects(larder.publishPresigned(at, { blob, name: `${name}-1.0.0.bin` }));
    equal(await listed(name), 0);
  };

  return {
    'creates a registry and finds it': async () => {
      const body = { name: registry, ecosystem: 'files' } as const;
      equal(unwrap(await larder.POST(registries, { params: { path: { organization } }, body })).slug, registry);
      equal((await larder.GET(`${registries}/{registry}`, { params: { path: at } })).status, 200);
    },
    ...publishes('a Blob', () => ({ blob: new Blob([bytes]), name: newName() })),
    ...publishes('a File', () => ({ blob: new File([bytes], 'other.txt'), name: newName() })),
    ...publishes('a stream', () => ({ stream: streamOf(bytes), size: bytes.length, name: newName() })),
    ...Object.assign(
      {},
      ...Object.entries(blobs).map(([kind, Class]) =>
        publishes(`a Blob of the class ${kind}`, () => ({ blob: new Class([bytes]), name: newName() })),
      ),
    ),
    ...(world.path === undefined ? {} : publishes('a path', () => ({ path: world.path ?? '', name: newName() }))),
    'publishes a Blob of another class that is as long as its text would be': async () => {
      const blob = new classes.PrivateBlob([new Uint8Array(13)]);
      const { digests } = unwrap(await larder.publish(at, { blob, name: newName() }));
      equal(digests.sha256, await sha256(new Uint8Array(13)));
    },
    'sends Blobs of all classes as fields of a form': async () => {
      for (const Class of Object.values(blobs)) {
        const file = Object.assign(new Class([bytes]), { name: newName() });
        await checkStored(unwrap(await larder.POST(packages, { params: { path: at }, body: { file } })));
      }
    },
    'takes the same Blob of another class for a success, and another one for a 409': async () => {
      const [name, options] = [newName(), { sameIsSuccess: true }];
      const source = (content: Uint8Array<ArrayBuffer>): PackageSource => ({
        blob: new classes.PrivateBlob([content]),
        name,
      });
      const statuses = [
        await larder.publish(at, source(bytes)),
        await larder.publish(at, source(bytes)),
        await larder.publish(at, source(bytes), options),
        await larder.publish(at, source(bytes.slice(1)), options),
      ].map(({ status }) => status);
      equal(statuses, [200, 409, 200, 409]);
    },
    'publishes nothing of a Blob that has fewer bytes than its size': () => dishonest('short', 1),
    'publishes nothing of a Blob that has more bytes than its size': () => dishonest('long', -1),
    'publishes nothing of a stream that is too short': async () => {
      const stream = { stream: streamOf(bytes), size: bytes.length + 1, name: 'cut-1.0.0.bin' };
      await rejects(larder.publish(at, stream));
      equal(await listed('cut'), 0);
    },
    'publishes nothing of an upload that is aborted': async () => {
      const controller = new AbortController();
      const stream = new ReadableStream<Uint8Array>({
        pull: (pieces) => {
          pieces.enqueue(new Uint8Array(1000));
          controller.abort();
        },
      });
      const source = { stream, size: 1_000_000, name: 'aborted-1.0.0.bin' };
      await rejects(larder.publish(at, source, { signal: controller.signal }));
      equal(await listed('aborted'), 0);
    },
    'walks the pages of a list': async () => {
      const names = new Set<string>();
      let count = 0;
      for await (const { items } of larder.pages(packages, { params: { path: at, query: { per_page: 7 } } })) {
        for (const { name } of items) names.add(name);
        count += items.length;
      }
      equal([names.size === count, count > 7], [true, true]);
    },
    'tells refusals apart': async () => {
      const nowhere = { organization, registry: 'nowhere' };
      const reply = await larder.publish(nowhere, { blob: new Blob(['x']), name: newName() });
      equal(reply.status === 404 && typeof reply.error.detail, 'string');
      equal((await rejects((async () => unwrap(reply))())) instanceof LarderError, true);
      equal((await createLarderClient({ baseUrl }).GET('/v2/user')).status, 401);
    },
    'sends uploads through a fetch that was replaced after the client was made': async () => {
      const original = globalThis.fetch;
      const seen: string[] = [];
      globalThis.fetch = (input, init) => {
        seen.push((input as Request).method);
        return original(input, init);
      };
      try {
        await checkPublished(await larder.publish(at, { blob: new Blob([bytes]), name: newName() }));
      } finally {
        globalThis.fetch = original;
      }
      equal(seen, ['POST', 'GET']);
    },
    'sends uploads with progress through its own fetch': async () => {
      const seen: string[] = [];
      const through = createLarderClient({
        baseUrl,
        token,
        fetch: (request) => {
          seen.push(request.method);
          return fetch(request);
        },
      });
      const onProgress = (): void => undefined;
      await checkPublished(await through.publish(at, { blob: new Blob([bytes]), name: newName() }, { onProgress }));
      equal(seen, ['POST']);
    },
    'calls operations by their ids, and rejects with the class of the problem': async () => {
      equal((await own.getRegistry({ registry })).slug, registry);
      const missing = await rejects(own.getRegistry({ registry: 'nowhere' }));
      equal([missing instanceof client.NotFoundError, missing instanceof LarderError], [true, true]);
      equal((missing as Error).name, 'NotFoundError');
    },
    'publishes, lists and downloads by handles': async () => {
      const shelf = own.registry(registry);
      const { id, name } = await shelf.publish({ blob: new Blob([bytes]), name: newName() });
      for await (const item of shelf.packages({ name })) equal(item.id, id);
      const downloaded = await new Response(await shelf.package(id).download()).arrayBuffer();
      equal(await sha256(downloaded), await sha256(bytes));
    },
    'saves a file under a path, or rejects': async () => {
      const shelf = own.registry(registry);
      const { id } = await shelf.publish({ blob: new Blob([bytes]), name: newName() });
      const copy = `${world.path}.copy`;
      const saved = shelf.package(id).downloadTo(copy, { replace: true });
      if (world.path === undefined) return equal(/Only Node/.test(String(await rejects(saved))), true);
      equal((await saved).size, bytes.length);
      equal((await shelf.publish({ path: copy, name: newName() })).digests.sha256, await sha256(bytes));
    },
    'rejects after the timeout': async () => {
      const fetch = ({ signal }: Request): Promise<Response> =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
      const error = await rejects(createLarderClient({ baseUrl, fetch, timeout: 10 }).getHealth());
      equal((error as Error).name, 'TimeoutError');
    },
    'reads a path, or says that it cannot': async () => {
      const error = await rejects(larder.publish(at, { path: 'no-such-file-1.0.0.bin' }));
      equal(/no-such-file|Only Node/.test(String(error)), true);
    },
  };
}

const registries = '/v2/packages/organizations/{organization}/registries';
const packages = `${registries}/{registry}/packages` as const;

/** Several pieces of a stream, and no two lines alike. */
export function sampleBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 200_003 }, (_, index) => (index * index) % 251);
}

/** A Blob of a class of its own, as polyfills have it. */
class PrivateBlob {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #size: number;
  readonly type = '';

  constructor([bytes = new Uint8Array()]: readonly Uint8Array<ArrayBuffer>[], size = bytes.length) {
    this.#bytes = bytes;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  get [Symbol.toStringTag](): string {
    return 'Blob';
  }

  stream(): ReadableStream<Uint8Array> {
    return streamOf(this.#bytes);
  }
}

/** The same with no stream, as in jsdom. */
class WholeBlob {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor([bytes = new Uint8Array()]: readonly Uint8Array<ArrayBuffer>[]) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(bytes.slice(sent, sent + 65_536));
      sent += 65_536;
      if (sent >= bytes.length) controller.close();
    },
  });
}

let names = 0;
function newName(): string {
  names += 1;
  return `sample${names}-1.0.0.bin`;
}

async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${got} instead of ${wanted}`);
}
