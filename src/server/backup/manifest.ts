/**
 * A backup is a folder:
 *
 *     larder-backup.json   names the files of the backup; replaced atomically, after all others are durable
 *     database-{unique}.*  a copy of the database: an SQLite file, or a dump of `pg_dump --format=custom`
 *     blobs-{unique}.txt   a line for each blob that this database references: its location and its size in bytes
 *     blobs/               the blobs, at the same locations as in the data folder
 *     incoming/            incomplete blobs; larder-backup.lock is locked by the process that uses the folder
 */
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Ajv, type JSONSchemaType } from 'ajv';
import packageFile from '../../../package.json' with { type: 'json' };
import { CatalogTooNew, expectKnownMigrations } from '../../storage/catalog/migrate.ts';
import { syncFolder } from '../../storage/sync-folder.ts';

/** A backup or restore is not possible. The last line of the message is the remedy. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export interface Manifest {
  /** The version of the folder's layout. */
  readonly format: number;
  /** The version of Larder that wrote it. */
  readonly larder: string;
  /** When the backup was started, shortly before its snapshot. */
  readonly begun: string;
  readonly organization: { readonly id: string; readonly slug: string };
  readonly database: {
    readonly kind: 'sqlite' | 'postgres';
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly migrations: readonly string[];
    /** Major versions of PostgreSQL and of its `pg_dump`; 0 for SQLite. */
    readonly server: number;
    readonly program: number;
  };
  readonly blobs: {
    readonly list: string;
    readonly sha256: string;
    readonly count: number;
    readonly bytes: number;
    /** The number of listed blobs that were missing from the data folder or had different bytes. */
    readonly lost: number;
  };
}

const format = 1;
export const manifestName = 'larder-backup.json';
const names = /^(larder-backup\.(json|json\.new|lock)|blobs|incoming|lost\+found)$/;
const generation = /^(database-[0-9a-f]{32}\.(sqlite|sqlite-journal|dump)|blobs-[0-9a-f]{32}\.txt)$/;

export const lockName = 'larder-backup.lock';

/** Returns whether backups use this name in their folder. */
export function isBackupName(file: string): boolean {
  return names.test(file) || generation.test(file);
}

/** Returns whether this is the name of a database or a list of blobs, of this backup or an earlier one. */
export function isGeneration(file: string): boolean {
  return generation.test(file);
}

/** Returns a manifest in the current format. */
export function newManifest(facts: Omit<Manifest, 'format' | 'larder'>): Manifest {
  return { format, larder: packageFile.version, ...facts };
}

/** Returns undefined if there is no manifest. Throws `BackupRefused` if it is damaged or too new. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const file = path.join(folder, manifestName);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const manifest = parse(text);
  if (typeof manifest === 'object' && manifest !== null && 'format' in manifest && manifest.format !== format)
    throw tooNew(folder, `The format of ${file} is ${JSON.stringify(manifest.format)}; this version reads ${format}.`);
  if (!isManifest(manifest))
    throw new BackupRefused(`${file} is damaged.\nUse another copy of the backup, or back up into an empty folder.`);
  try {
    expectKnownMigrations(manifest.database.migrations);
  } catch (error) {
    throw error instanceof CatalogTooNew ? tooNew(folder, error.message, manifest.larder) : error;
  }
  return manifest;
}

function tooNew(folder: string, reason: string, version?: string): BackupRefused {
  const wanted = version === undefined ? 'the version of Larder that created it' : `Larder ${version}`;
  return new BackupRefused(
    `The backup at ${folder} was created by a newer version of Larder. ${reason}\nUse ${wanted} or a newer version.`,
  );
}

/** Replaces the manifest atomically, also if the process crashes. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const temporary = path.join(folder, `${manifestName}.new`);
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path.join(folder, manifestName));
  await syncFolder(folder);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const fileName = { type: 'string', pattern: generation.source } as const;

const schema: JSONSchemaType<Manifest> = {
  type: 'object',
  required: ['format', 'larder', 'begun', 'organization', 'database', 'blobs'],
  properties: {
    format: count,
    larder: text,
    begun: text,
    organization: { type: 'object', required: ['id', 'slug'], properties: { id: text, slug: text } },
    database: {
      type: 'object',
      required: ['kind', 'file', 'bytes', 'sha256', 'migrations', 'server', 'program'],
      properties: {
        kind: { type: 'string', enum: ['sqlite', 'postgres'] },
        file: fileName,
        bytes: count,
        sha256: digest,
        migrations: { type: 'array', items: text },
        server: count,
        program: count,
      },
    },
    blobs: {
      type: 'object',
      required: ['list', 'sha256', 'count', 'bytes', 'lost'],
      properties: { list: fileName, sha256: digest, count, bytes: count, lost: count },
    },
  },
};

const isManifest = new Ajv().compile(schema);
