/** The server's settings, from the environment. All are checked at start, and all mistakes are reported together. */
import path from 'node:path';
import type { IndexCompression } from '../registry/documents.ts';
import { parseIssuers, type IssuerSettings } from '../registry/oidc/issuers.ts';
import { unknownSettings, type Environment } from './setting-names.ts';
import {
  addresses,
  anything,
  baseUrl,
  compression,
  day,
  flag,
  hour,
  level,
  levels,
  milliseconds,
  postgresUrl,
  secret,
  share,
  size,
  slug,
  slugRule,
  whole,
  type Parse,
} from './setting-values.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The public base URL, without a slash at its end; undefined if it is derived from host and port. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** The URL of a PostgreSQL database; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** The slug of the organization that is created in an empty database. */
  readonly organization: string | undefined;
  readonly adminToken: string | undefined;
  /**
   * Addresses of the proxies whose `X-Forwarded-For` is trusted, in the format of Express; undefined if there are none.
   */
  readonly trustedProxies: string | undefined;
  /** In bytes. */
  readonly maxPackageSize: number;
  /** In milliseconds. */
  readonly headersTimeout: number;
  /** In milliseconds. */
  readonly bodyPatience: number;
  /** In bytes a second. */
  readonly bodyPace: number;
  /** In milliseconds: the time limit for one whole request body or response. */
  readonly transferTimeout: number;
  /** Undefined if it is derived from the process's limits and the memory. */
  readonly maxConnections: number | undefined;
  /** In milliseconds: the time limit for shutdown. */
  readonly stopTimeout: number;
  /** How long after its deletion a version may be published again with different bytes. */
  readonly reuseHours: number;
  /** In seconds: how long the bytes of a blob stay after its last reference was removed. */
  readonly blobGrace: number;
  /** In milliseconds: the lifetime of a presigned upload form. */
  readonly uploadLifetime: number;
  /** In milliseconds: the lifetime of a finished upload of a client, such as a layer before its manifest is pushed. */
  readonly finishedUploadLifetime: number;
  /** Whether an image is accepted without some of its layers or platforms. */
  readonly sparseImages: boolean;
  /** The compression of the lists of RPM packages. */
  readonly rpmCompression: IndexCompression;
  /** In milliseconds: the time limit for reading a published file. */
  readonly inspectTimeout: number;
  /** In milliseconds: the pause between two rounds of housekeeping. */
  readonly housekeepingPause: number;
  /** The issuers whose OIDC tokens policies may accept. */
  readonly oidcIssuers: IssuerSettings;
  /** In milliseconds: the maximum lifetime of an OIDC token. */
  readonly oidcLifetime: number;
  readonly logLevel: string;
  /** The share of responses that are compared with the contract; 1 checks all of them before they are sent. */
  readonly replyChecks: number;
}

/** Invalid settings. The message has a line per setting with the valid values. It names settings, not flags. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
}

interface Setting<T> {
  readonly name: string;
  /** The default. */
  readonly standard: T;
  readonly parse: Parse<T & {}>;
  /** The valid values, for the message about an invalid one. */
  readonly right: string;
  /** Replaces an invalid value in the message if it may contain a secret. */
  readonly shown?: (value: string) => string;
}

const standardDataDir = path.resolve(import.meta.dirname, '../../.larder');

const table: { readonly [Key in keyof Settings]: Setting<Settings[Key]> } = {
  host: { name: 'LARDER_HOST', standard: '127.0.0.1', parse: anything, right: 'an address to listen on' },
  port: {
    name: 'LARDER_PORT',
    standard: 8080,
    parse: whole(0, 65_535),
    right: 'a port from 0 (picks a free port) to 65535',
  },
  publicUrl: {
    name: 'LARDER_PUBLIC_URL',
    standard: undefined,
    parse: baseUrl,
    right: 'an http or https URL without a query, such as https://packages.example.com',
  },
  dataDir: {
    name: 'LARDER_DATA_DIR',
    standard: standardDataDir,
    parse: (value) => path.resolve(value),
    right: 'a folder',
  },
  databaseUrl: {
    name: 'LARDER_DATABASE_URL',
    standard: undefined,
    parse: postgresUrl,
    right: 'a URL such as postgres://user:password@host/database',
    shown: () => 'set to something else',
  },
  organization: { name: 'LARDER_ORGANIZATION', standard: undefined, parse: slug, right: slugRule },
  adminToken: {
    name: 'LARDER_ADMIN_TOKEN',
    standard: undefined,
    parse: secret,
    right: '16 to 200 visible ASCII characters',
    shown: (value) => `set to ${value.length} characters, some of which may be invalid`,
  },
  trustedProxies: {
    name: 'LARDER_TRUSTED_PROXIES',
    standard: undefined,
    parse: addresses,
    right: 'addresses and networks, separated by commas, such as 10.0.0.1, 10.1.0.0/16, fd00::/8 or loopback',
  },
  maxPackageSize: {
    name: 'LARDER_MAX_PACKAGE_SIZE',
    standard: 5 * 1024 ** 3,
    parse: size(1, Number.MAX_SAFE_INTEGER),
    right: 'a number of bytes, such as 5000000, 5GB or 5GiB',
  },
  headersTimeout: duration('LARDER_HEADERS_TIMEOUT_MS', 60_000),
  bodyPatience: duration('LARDER_BODY_TIMEOUT_MS', 30_000),
  bodyPace: {
    name: 'LARDER_BODY_BYTES_PER_SECOND',
    standard: 1000,
    parse: size(1, 1024 ** 3),
    right: 'a number of bytes per second, such as 1000 or 64KiB',
  },
  transferTimeout: duration('LARDER_TRANSFER_TIMEOUT_MS', 4 * hour),
  maxConnections: {
    name: 'LARDER_MAX_CONNECTIONS',
    standard: undefined,
    parse: whole(4, 1_000_000),
    right: 'a number from 4 to 1000000',
  },
  stopTimeout: duration('LARDER_STOP_TIMEOUT_MS', 30_000),
  reuseHours: {
    name: 'LARDER_REUSE_HOURS',
    standard: 24,
    parse: whole(0, 100 * 365 * 24),
    right: 'a number of hours, from 0 (never) to 100 years',
  },
  blobGrace: {
    name: 'LARDER_BLOB_GRACE_SECONDS',
    standard: 3600,
    parse: whole(0, 30 * 24 * 3600),
    right: 'a number of seconds, from 0 to 2592000 (30 days)',
  },
  uploadLifetime: duration('LARDER_UPLOAD_LIFETIME_MS', hour),
  finishedUploadLifetime: duration('LARDER_FINISHED_UPLOAD_LIFETIME_MS', day),
  sparseImages: { name: 'LARDER_SPARSE_IMAGES', standard: true, parse: flag, right: 'true or false' },
  rpmCompression: { name: 'LARDER_RPM_COMPRESSION', standard: 'gzip', parse: compression, right: 'gzip or zstd' },
  inspectTimeout: duration('LARDER_INSPECT_TIMEOUT_MS', 30_000),
  housekeepingPause: duration('LARDER_HOUSEKEEPING_PAUSE_MS', 15_000),
  oidcIssuers: {
    name: 'LARDER_OIDC_ISSUERS',
    standard: { own: [], withPublic: true },
    parse: parseIssuers,
    right: 'https URLs (http only for this machine), separated by commas; `none` excludes the built-in issuers',
  },
  oidcLifetime: {
    name: 'LARDER_OIDC_LIFETIME_MS',
    standard: 5 * 60 * 1000,
    parse: whole(1000, day),
    right: 'a number of milliseconds, from 1000 to 86400000 (one day)',
  },
  logLevel: { name: 'LARDER_LOG_LEVEL', standard: 'info', parse: level, right: `one of ${levels.join(', ')}` },
  replyChecks: { name: 'LARDER_ANSWER_CHECKS', standard: 0.01, parse: share, right: 'a number from 0 to 1' },
};

function duration(name: string, standard: number): Setting<number> {
  return { name, standard, parse: whole(10, day), right: milliseconds };
}

/** The names of all settings of the server. */
export const serverSettings: readonly string[] = Object.values(table).map(({ name }) => name);

/**
 * Reads and checks all settings. An empty value counts as not set. Throws `UnusableSettings` if a value is invalid or
 * if a name is unknown.
 */
export function readSettings(environment: Environment): Settings {
  const mistakes = unknownSettings(environment, serverSettings);
  const read = <T>({ name, standard, parse, right, shown = JSON.stringify }: Setting<T>): T => {
    const value = environment[name] || undefined;
    if (value === undefined) return standard;
    const parsed = parse(value);
    if (parsed === undefined) mistakes.push(`${name} is ${shown(value)}; it must be ${right}.`);
    return parsed ?? standard;
  };
  const settings: Settings = {
    host: read(table.host),
    port: read(table.port),
    publicUrl: read(table.publicUrl),
    dataDir: read(table.dataDir),
    databaseUrl: read(table.databaseUrl),
    organization: read(table.organization),
    adminToken: read(table.adminToken),
    trustedProxies: read(table.trustedProxies),
    maxPackageSize: read(table.maxPackageSize),
    headersTimeout: read(table.headersTimeout),
    bodyPatience: read(table.bodyPatience),
    bodyPace: read(table.bodyPace),
    transferTimeout: read(table.transferTimeout),
    maxConnections: read(table.maxConnections),
    stopTimeout: read(table.stopTimeout),
    reuseHours: read(table.reuseHours),
    blobGrace: read(table.blobGrace),
    uploadLifetime: read(table.uploadLifetime),
    finishedUploadLifetime: read(table.finishedUploadLifetime),
    sparseImages: read(table.sparseImages),
    rpmCompression: read(table.rpmCompression),
    inspectTimeout: read(table.inspectTimeout),
    housekeepingPause: read(table.housekeepingPause),
    oidcIssuers: read(table.oidcIssuers),
    oidcLifetime: read(table.oidcLifetime),
    logLevel: read(table.logLevel),
    replyChecks: read(table.replyChecks),
  };
  if (mistakes.length > 0) throw new UnusableSettings(mistakes.join('\n'));
  return settings;
}
