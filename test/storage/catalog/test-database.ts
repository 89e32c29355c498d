import { afterEach, beforeEach } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';

/** A database of its own for one test; it can be opened more than once, as several servers do. */
export interface TestDatabase {
  open(): Promise<Catalog>;
  remove(): Promise<void>;
}

/** Gives each test of a suite an empty database. */
export function useDatabase(create: () => Promise<TestDatabase>) {
  let database: TestDatabase;
  let opened: Catalog[];

  const open = async (): Promise<Catalog> => {
    const catalog = await database.open();
    opened.push(catalog);
    return catalog;
  };
  beforeEach(async () => {
    opened = [];
    database = await create();
  });
  afterEach(async () => {
    await Promise.all(opened.map((catalog) => catalog.close()));
    await database.remove();
  });
  return { open };
}
