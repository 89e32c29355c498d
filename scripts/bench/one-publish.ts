/** The cost of one publish into a large registry: until its documents are new, for the database, and for others. */
import { countChangedRows, type ChangedRows } from './changed-rows.ts';
import { get } from './get.ts';
import { bearer } from './larder.ts';
import type { Server } from './processes.ts';
import type { Sample } from './rounds.ts';
import type { Bench, Line } from './row.ts';
import { slowestResponse, untilLoaded } from './slowest-response.ts';

export interface LargeStock {
  /** Such as "50,000 debs". */
  readonly what: string;
  readonly server: Server;
  readonly dataDir: string;
  /** The path of the document that lists all packages. */
  readonly document: string;
  /** The paths that others request meanwhile. */
  readonly others: readonly string[];
  /** Publishes another package. */
  readonly publish: () => Promise<void>;
  /** In seconds: how long a client may wait for new documents. */
  readonly fresh: { readonly required: number; readonly aim?: number };
  /** More for formats with several lists. */
  readonly mostRows: number;
}

/** In milliseconds, between two requests of others. */
const pause = 2;

/** The documents must not have been rendered yet. */
export async function measureOnePublish(
  { rounds, quick, progress }: Bench,
  stock: LargeStock,
): Promise<readonly Line[]> {
  const { what, server, dataDir, publish, mostRows } = stock;
  const others = stock.others.map((path) => server.url + path);
  const read = (): Promise<Buffer> => get(server.url + stock.document, bearer);
  await untilLoaded(others, quick);
  progress('first documents');
  const first = await timed(read);
  const whileBuilt = await slowestResponse(others, first.ended, pause);
  const fresh: Sample[] = [];
  const slowest: Sample[] = [];
  const changed: ChangedRows[] = [];
  for (let round = 0; round < rounds; round += 1) {
    progress(`publish ${round + 1}`);
    const before = await read();
    const published = publish();
    const document = published.then(() => timed(read));
    slowest.push({
      value: await slowestResponse(
        others,
        document.then(({ ended }) => ended),
        pause,
      ),
    });
    const { ended } = await document;
    const { result, seconds } = await ended;
    if (result.equals(before)) throw new Error(`${stock.document} has not changed.`);
    fresh.push({ value: seconds });
    changed.push(await countChangedRows(dataDir, () => publish().then(read)));
  }
  const line = (name: string, unit: Line['unit'], ours: readonly Sample[], required?: number): Line => ({
    what: `${name}, ${what}`,
    against: '',
    unit,
    ours,
    theirs: [],
    ...(required === undefined ? {} : { target: { of: 'ours', required } }),
  });
  return [
    line('first documents', 's', [{ value: (await first.ended).seconds }]),
    { ...line('slowest other request meanwhile', 'ms', [{ value: whileBuilt }], 50), worst: true },
    { ...line('documents after one publish', 's', fresh), target: { of: 'ours', ...stock.fresh } },
    { ...line('slowest other request meanwhile', 'ms', slowest, 50), worst: true },
    line(
      'changed rows',
      'rows',
      changed.map(({ rows }) => ({ value: rows })),
      mostRows,
    ),
    line(
      'written bytes',
      'MB',
      changed.map(({ bytes }) => ({ value: bytes / 1e6 })),
      1,
    ),
  ];
}

interface Timed<T> {
  readonly ended: Promise<{ readonly result: T; readonly seconds: number }>;
}

/** Wrapped, so that the caller can wait for the start alone. */
async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const begun = performance.now();
  return { ended: work().then((result) => ({ result, seconds: (performance.now() - begun) / 1000 })) };
}
