/** The server's settings, from the environment. All of them are checked at start, and all mistakes told at once. */
import { isIP } from 'node:net';
import path from 'node:path';
import { longestOrganizationSlug, organizationSlug, reservedSlugs } from '../registry/limits.ts';
import { parseIssuers, type IssuerSettings } from '../registry/oidc/issuers.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** The public base URL, without a slash at its end; undefined when it follows from host and port. */
  readonly url: string | undefined;
  readonly dataDir: string;
  /** Of a PostgreSQL database; undefined for one in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly organization: string;
  readonly token: string | undefined;
  /** Addresses of the proxies whose `X-Forwarded-For` is believed, as Express has them; undefined if there are none. */
  readonly trustedProxies: string | undefined;
  /** In bytes. */
  readonly maxPackageSize: number;
  /** In milliseconds. */
  readonly headersTimeout: number;
  /** In milliseconds. */
  readonly bodyPatience: number;
  /** In bytes a second. */
  readonly bodyPace: number;
  /** In milliseconds: how long the body of one request, or one response, may take as a whole. */
  readonly transferTimeout: number;
  /** Undefined if it follows from what the process may open and from the memory. */
  readonly maxConnections: number | undefined;
  /** In milliseconds: how long a stopping server waits for what runs. */
  readonly stopTimeout: number;
  /** How long, after its deletion, a version may be published again with other bytes. */
  readonly reuseHours: number;
  /** In milliseconds: how long the form of a presigned upload can be used. */
  readonly uploadLifetime: number;
  /** In milliseconds: how long reading a published file may take. */
  readonly inspectTimeout: number;
  /** In milliseconds: the pause between two rounds of housekeeping. */
  readonly housekeepingPause: number;
  /** Whose OIDC tokens policies may accept. */
  readonly oidcIssuers: IssuerSettings;
  /** In milliseconds: how long an OIDC token may be valid. */
  readonly oidcLifetime: number;
  readonly logLevel: string;
  /** Which share of the answers is compared with the contract; 1 checks all of them before they go out. */
  readonly answerChecks: number;
}

/** Settings that cannot be used; the message lists each with what would be right. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks all settings. One that is set to nothing counts as not set. Throws `UnusableSettings`. */
export function readSettings(environment: Environment): Settings {
  const mistakes: string[] = [];
  const optional = <T>(name: string, parse: Parse<T>, right: string): T | undefined => {
    const value = environment[name] || undefined;
    const parsed = value === undefined ? undefined : parse(value);
    if (value !== undefined && parsed === undefined)
      mistakes.push(`${name} is ${shown(name, value)}; it must be ${right}.`);
    return parsed;
  };
  const read = <T>(name: string, standard: T, parse: Parse<T>, right: string): T =>
    optional(name, parse, right) ?? standard;
  const settings: Settings = {
    host: read('LARDER_HOST', '127.0.0.1', anything, 'an address to listen on'),
    port: read('LARDER_PORT', 8080, whole(0, 65_535), 'a port from 0 (any free one) to 65535'),
    url: optional('LARDER_URL', baseUrl, 'an http or https URL without query, such as https://packages.example.com'),
    dataDir: path.resolve(read('LARDER_DATA_DIR', standardDataDir, anything, 'a folder')),
    databaseUrl: optional('LARDER_DATABASE_URL', postgresUrl, 'a URL such as postgres://user:password@host/database'),
    organization: read('LARDER_ORGANIZATION', 'my-org', slug, slugRule),
    token: optional('LARDER_TOKEN', secret, '16 to 200 visible ASCII characters'),
    trustedProxies: optional(
      'LARDER_TRUSTED_PROXIES',
      addresses,
      'addresses and networks with commas between them, such as 10.0.0.1, 10.1.0.0/16, fd00::/8 or loopback',
    ),
    maxPackageSize: read(
      'LARDER_MAX_PACKAGE_SIZE',
      5 * 1024 ** 3,
      whole(1, Number.MAX_SAFE_INTEGER),
      'a number of bytes',
    ),
    headersTimeout: read('LARDER_HEADERS_TIMEOUT_MS', 60_000, whole(10, day), milliseconds),
    bodyPatience: read('LARDER_BODY_TIMEOUT_MS', 30_000, whole(10, day), milliseconds),
    bodyPace: read('LARDER_BODY_BYTES_PER_SECOND', 1000, whole(1, 1024 ** 3), 'a number of bytes a second'),
    transferTimeout: read('LARDER_TRANSFER_TIMEOUT_MS', 4 * hour, whole(10, day), milliseconds),
    maxConnections: optional('LARDER_MAX_CONNECTIONS', whole(4, 1_000_000), 'a number from 4 to 1000000'),
    stopTimeout: read('LARDER_STOP_TIMEOUT_MS', 30_000, whole(10, day), milliseconds),
    reuseHours: read(
      'LARDER_REUSE_HOURS',
      24,
      whole(0, 100 * 365 * 24),
      'a number of hours, from 0 (never) to 100 years',
    ),
    uploadLifetime: read('LARDER_UPLOAD_LIFETIME_MS', hour, whole(10, day), milliseconds),
    inspectTimeout: read('LARDER_INSPECT_TIMEOUT_MS', 30_000, whole(10, day), milliseconds),
    housekeepingPause: read('LARDER_HOUSEKEEPING_PAUSE_MS', 15_000, whole(10, day), milliseconds),
    oidcIssuers: read('LARDER_OIDC_ISSUERS', { own: [], withPublic: true }, parseIssuers, issuersRule),
    oidcLifetime: read(
      'LARDER_OIDC_LIFETIME_MS',
      5 * 60 * 1000,
      whole(1000, day),
      'a number of milliseconds, from 1000 to a day',
    ),
    logLevel: read('LARDER_LOG_LEVEL', 'info', level, `one of ${levels.join(', ')}`),
    answerChecks: read('LARDER_ANSWER_CHECKS', 0.01, share, 'a share from 0 to 1'),
  };
  if (mistakes.length > 0) throw new UnusableSettings(mistakes.join('\n'));
  return settings;
}

/** Undefined for a value that cannot be used. */
type Parse<T> = (value: string) => T | undefined;

const standardDataDir = path.resolve(import.meta.dirname, '../../.larder');
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const milliseconds = 'a number of milliseconds, from 10 to a day';
const issuersRule = 'https URLs (http for this machine only) with commas between, or none to accept no public issuers';
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const slugRule = `letters a to z and digits, with single - or _ between them, at most ${longestOrganizationSlug}; not ${[...reservedSlugs].filter((name) => /^[\w.-]+$/.test(name)).join(', ')}`;

function whole(least: number, most: number): (value: string) => number | undefined {
  return (value) => {
    const number = Number(value);
    return /^\d+$/.test(value) && number >= least && number <= most ? number : undefined;
  };
}

function anything(value: string): string {
  return value;
}

/** What proxy-addr, which Express asks, takes for addresses of proxies. */
function addresses(value: string): string | undefined {
  const areValid = value.split(',').every((part) => {
    const [address = '', prefix, ...more] = part.trim().split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return prefix === undefined;
    const bits = isIP(address) === 4 ? 32 : 128;
    const isPrefix =
      prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
    return isIP(address) !== 0 && isPrefix && more.length === 0;
  });
  return areValid ? value : undefined;
}

function share(value: string): number | undefined {
  const number = Number(value);
  return /^[\d.]+$/.test(value) && number >= 0 && number <= 1 ? number : undefined;
}

function level(value: string): string | undefined {
  return levels.includes(value) ? value : undefined;
}

function baseUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { protocol, username, password, href } = new URL(value);
  // An empty query or fragment is none to `URL`, but it stays in the text that paths are put behind.
  const plain = !/[?#]/.test(href) && username === '' && password === '';
  const usable = (protocol === 'http:' || protocol === 'https:') && plain;
  return usable ? href.replace(/(?<!\/)\/+$/, '') : undefined;
}

function postgresUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  return ['postgres:', 'postgresql:'].includes(new URL(value).protocol) ? value : undefined;
}

function slug(value: string): string | undefined {
  const usable = organizationSlug.test(value) && value.length <= longestOrganizationSlug && !reservedSlugs.has(value);
  return usable ? value : undefined;
}

function secret(value: string): string | undefined {
  return /^[\x21-\x7e]{16,200}$/.test(value) ? value : undefined;
}

/** A secret that is a mistake is a secret still. */
function shown(name: string, value: string): string {
  switch (name) {
    case 'LARDER_TOKEN':
      return `set to ${value.length} characters, some of which may not be taken`;
    case 'LARDER_DATABASE_URL':
      return 'set to something else';
    default:
      return JSON.stringify(value);
  }
}
