/** The databases and the numbers of servers that storms rage on. */
import type { PostgresDatabase } from '../storage/postgres-database.ts';

export interface StormPlace {
  readonly place: string;
  readonly servers: number;
  /** Returns the environment of the servers. */
  settings(): Promise<Readonly<Record<string, string>>>;
}

export function stormPlaces(createDatabase: () => Promise<PostgresDatabase>): readonly StormPlace[] {
  const onPostgres: StormPlace['settings'] = async () => ({ LARDER_DATABASE_URL: (await createDatabase()).url });
  return [
    { place: 'SQLite', servers: 1, settings: () => Promise.resolve({}) },
    { place: 'PostgreSQL', servers: 1, settings: onPostgres },
    { place: 'two servers of one PostgreSQL', servers: 2, settings: onPostgres },
  ];
}
