/** What the records of blobs must do. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Blob, NewFile, Registry } from '../../../src/model/records.ts';
import { NOON, sampleAttached, sampleFile, storePackage, storeRegistry } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;
let file: NewFile;
const publishAndDelete = async (): Promise<void> => {
  const pkg = await storePackage(catalog, registry, {}, [file]);
  await catalog.packages.delete(registry.id, pkg.id);
};

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  file = sampleFile('bytes');
});

describe('a blob', () => {
  it('is adopted when it is published', async () => {
    await storePackage(catalog, registry, {}, [file]);
    expect(await catalog.blobs.isAdopted(file.blob.location)).toBe(true);
  });

  it('is not adopted at a location that was offered in vain', async () => {
    await storePackage(catalog, registry, { version: '1.0' }, [file]);
    const again = sampleFile('bytes');
    await storePackage(catalog, registry, { version: '2.0' }, [again]);
    expect(await catalog.blobs.isAdopted(again.blob.location)).toBe(false);
  });

  it('is unreferenced with its package', async () => {
    await publishAndDelete();
    expect(await catalog.blobs.unreferenced(10)).toEqual([file.blob.location]);
  });

  it('is listed when it has been unreferenced for long enough, counted from the last time', async () => {
    const [first, last] = [NOON, new Date(NOON.getTime() + 1)];
    vi.useFakeTimers({ toFake: ['Date'], now: first });
    onTestFinished(() => void vi.useRealTimers());
    await publishAndDelete();
    const before = await catalog.blobs.unreferenced(10, first);
    vi.setSystemTime(last);
    await publishAndDelete();
    const after = [await catalog.blobs.unreferenced(10, first), await catalog.blobs.unreferenced(10, last)];
    const { location } = file.blob;
    expect([before, after, await catalog.blobs.abandon([location], first)]).toEqual([[location], [[], [location]], []]);
    expect(await catalog.blobs.abandon([location], last)).toEqual([location]);
  });

  it('lists at most the requested number', async () => {
    await publishAndDelete();
    file = sampleFile('others');
    await publishAndDelete();
    expect(await catalog.blobs.unreferenced(1)).toHaveLength(1);
  });
});

describe('the records', () => {
  const walked = async (): Promise<Blob[]> => {
    const blobs: Blob[] = [];
    for await (const blob of catalog.blobs.walk()) blobs.push(blob);
    return blobs;
  };

  it('are walked in the order of locations, page after page', async () => {
    const files = Array.from({ length: 1001 }, (_, n) => (n === 0 ? sampleFile : sampleAttached)(`${n}`, `${n}`));
    await storePackage(catalog, registry, {}, files);
    const expected = files.map(({ blob }) => blob).toSorted((a, b) => (a.location < b.location ? -1 : 1));
    expect(await walked()).toEqual(expected);
  });

  it('are not walked when there are none', async () => {
    expect(await walked()).toEqual([]);
  });

  it('of unreferenced blobs are on the list until they are forgotten', async () => {
    await storePackage(catalog, registry, { version: '2.0' }, [file]);
    const before = await catalog.blobs.isUnreferenced(file.blob.location);
    await publishAndDelete();
    const after = await catalog.blobs.isUnreferenced(file.blob.location);
    await catalog.blobs.forget([file.blob.location]);
    expect([before, after, await catalog.blobs.isUnreferenced(file.blob.location)]).toEqual([false, true, false]);
  });
});

describe('abandoning an unreferenced blob', () => {
  it('lets the bytes go when nothing points to it', async () => {
    await publishAndDelete();
    const reply = await catalog.blobs.abandon([file.blob.location]);
    expect([reply, await catalog.blobs.isAdopted(file.blob.location)]).toEqual([[file.blob.location], false]);
  });

  it('leaves it on the list until it is forgotten, so that a crash does not lose it', async () => {
    await publishAndDelete();
    await catalog.blobs.abandon([file.blob.location]);
    const before = await catalog.blobs.unreferenced(10);
    await catalog.blobs.forget([file.blob.location]);
    expect([before, await catalog.blobs.unreferenced(10)]).toEqual([[file.blob.location], []]);
  });

  it('can be repeated', async () => {
    await publishAndDelete();
    await catalog.blobs.abandon([file.blob.location]);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([file.blob.location]);
  });

  it('keeps it, and takes it off the list, when another package has the bytes', async () => {
    await storePackage(catalog, registry, { version: '2.0' }, [file]);
    await publishAndDelete();
    const reply = await catalog.blobs.abandon([file.blob.location]);
    expect([reply, await catalog.blobs.isAdopted(file.blob.location), await catalog.blobs.unreferenced(10)]).toEqual([
      [],
      true,
      [],
    ]);
  });

  it('keeps it when its bytes were published again', async () => {
    await publishAndDelete();
    const pkg = await storePackage(catalog, registry, {}, [sampleFile('bytes')]);
    const reply = await catalog.blobs.abandon([file.blob.location]);
    const [stored] = await catalog.packages.files(pkg.id);
    expect([reply, stored?.blob.location]).toEqual([[], file.blob.location]);
  });

  it('makes the next publisher of the same bytes bring them again', async () => {
    await publishAndDelete();
    await catalog.blobs.abandon([file.blob.location]);
    const again = sampleFile('bytes');
    await storePackage(catalog, registry, {}, [again]);
    expect(await catalog.blobs.isAdopted(again.blob.location)).toBe(true);
  });

  it('keeps a blob that is not on the list', async () => {
    await storePackage(catalog, registry, {}, [file]);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });

  it('keeps bytes that are about to be published', async () => {
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });
});
