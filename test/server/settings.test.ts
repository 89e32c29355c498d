import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, serverSettings } from '../../src/server/settings.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

/** Invalid settings, each with the remedy that its message must contain. */
const mistakes: readonly [string, string, string][] = [
  ['LARDER_REUSE_HOURS', '1.5', 'a number of hours, from 0 (never) to 100 years'],
  ['LARDER_PORT', 'http', 'a port from 0 (picks a free port) to 65535'],
  ['LARDER_PORT', '65536', 'a port from 0 (picks a free port) to 65535'],
  ['LARDER_PORT', '-1', 'a port from 0 (picks a free port) to 65535'],
  ['LARDER_PORT', '80.5', 'a port from 0 (picks a free port) to 65535'],
  ['LARDER_PORT', ' 80', 'a port from 0 (picks a free port) to 65535'],
  ['LARDER_OIDC_ISSUERS', 'http://ci.example.com', 'https URLs (http only for this machine)'],
  ['LARDER_OIDC_LIFETIME_MS', '999', 'a number of milliseconds, from 1000 to 86400000 (one day)'],
  ['LARDER_PUBLIC_URL', 'packages.example.com', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'ftp://packages.example.com', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'http://x/?', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'http://x/?a=b', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'http://x/#', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'http://user@x', 'an http or https URL without a query'],
  ['LARDER_PUBLIC_URL', 'http://:password@x', 'an http or https URL without a query'],
  ['LARDER_ORGANIZATION', 'My Org', 'letters a to z and digits'],
  ['LARDER_ORGANIZATION', '-org', 'letters a to z and digits'],
  ['LARDER_ORGANIZATION', 'a--b', 'letters a to z and digits'],
  ['LARDER_ORGANIZATION', 'a'.repeat(101), 'at most 100'],
  ['LARDER_ORGANIZATION', 'v2', 'not healthz, readyz, openapi.json, v2'],
  ['LARDER_ORGANIZATION', 'healthz', 'not healthz'],
  ['LARDER_ORGANIZATION', 'readyz', 'readyz'],
  ['LARDER_ORGANIZATION', 'docs', 'docs'],
  ['LARDER_ORGANIZATION', 'uploads', 'uploads'],
  ['LARDER_ORGANIZATION', 'organizations', 'organizations'],
  ['LARDER_MAX_PACKAGE_SIZE', '0', 'a number of bytes'],
  ...['5XB', '5 G', '1e3', '1.5', '-5GB', '5GB ', '0.0001kB', '10000000TB'].map((value): [string, string, string] => [
    'LARDER_MAX_PACKAGE_SIZE',
    value,
    'a number of bytes, such as 5000000, 5GB or 5GiB',
  ]),
  ['LARDER_HEADERS_TIMEOUT_MS', '9', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ['LARDER_BODY_TIMEOUT_MS', '86400001', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ['LARDER_BODY_BYTES_PER_SECOND', '0', 'a number of bytes per second'],
  ['LARDER_BODY_BYTES_PER_SECOND', '2GiB', 'a number of bytes per second'],
  ['LARDER_TRANSFER_TIMEOUT_MS', '1h', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ...['true', '1', '10.0.0.0/0', '10.0.0.0/33', 'fd00::/129', '10.0.0.1,', 'proxy.test', '10.0.0.0/8/8'].map(
    (value): [string, string, string] => [
      'LARDER_TRUSTED_PROXIES',
      value,
      'addresses and networks, separated by commas',
    ],
  ),
  ['LARDER_MAX_CONNECTIONS', '3', 'a number from 4 to 1000000'],
  ['LARDER_STOP_TIMEOUT_MS', 'soon', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ['LARDER_UPLOAD_LIFETIME_MS', '1h', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ['LARDER_BLOB_GRACE_SECONDS', '-1', 'a number of seconds, from 0 to 2592000 (30 days)'],
  ['LARDER_BLOB_GRACE_SECONDS', '1h', 'a number of seconds, from 0 to 2592000 (30 days)'],
  ['LARDER_HOUSEKEEPING_PAUSE_MS', '0', 'a number of milliseconds, from 10 to 86400000 (one day)'],
  ['LARDER_LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
  ['LARDER_ANSWER_CHECKS', '1.1', 'a number from 0 to 1'],
  ['LARDER_ANSWER_CHECKS', ' ', 'a number from 0 to 1'],
  ['LARDER_ANSWER_CHECKS', 'all', 'a number from 0 to 1'],
];

describe('a setting that cannot be used', () => {
  it.each(mistakes)('is named, with its value and what would be right: %s=%s', (name, value, right) => {
    const message = messageOf({ [name]: value });
    expect(message.startsWith(`${name} is ${JSON.stringify(value)}; it must be `) && message.includes(right)).toBe(
      true,
    );
  });

  it.each(['too-short', 'with a space inside', 'ümläute-are-no-ascii', 'x'.repeat(201)])(
    'is not shown when it is the token: %s',
    (token) => {
      const message = messageOf({ LARDER_ADMIN_TOKEN: token });
      expect([message.startsWith('LARDER_ADMIN_TOKEN is '), message.includes(token)]).toEqual([true, false]);
    },
  );

  it('ends the start with code 1, reported together with all others', async () => {
    const all = {
      ...Object.fromEntries(mistakes.map(([name, value]) => [name, value])),
      LARDER_ADMIN_TOKEN: 'short secret',
    };
    await using server = await startServerProcess(all);
    const code = await server.ended();
    const named = [...server.stderr().matchAll(/^(LARDER_\w+) is /gm)].map(([, name]) => name);
    expect([code, new Set(named), server.stdout(), server.stderr().includes('short secret')]).toEqual([
      1,
      new Set(Object.keys(all)),
      '',
      false,
    ]);
  });

  it.each([
    ['LARDER_HOST', 'no-such-host.invalid', 'it must be an address of this machine'],
    ['LARDER_DATA_DIR', path.join(import.meta.filename, 'below'), 'it must be a writable folder'],
    ['LARDER_DATA_DIR', import.meta.filename, 'it must be a writable folder'],
  ])('is reported if it is detected only at start: %s=%s', async (name, value, right) => {
    await using server = await startServerProcess({ [name]: value });
    const code = await server.ended();
    const [first, second] = server.stderr().split('\n');
    expect([code, first, second?.startsWith(`${name} is ${JSON.stringify(value)}; ${right}`)]).toEqual([
      1,
      'Larder cannot start.',
      true,
    ]);
  });
});

describe('a name that no setting has', () => {
  it.each([
    ['LARDER_MAX_PACKAGE_SZIE', 'LARDER_MAX_PACKAGE_SIZE'],
    ['LARDER_MAX_PACKAGE_SIZES', 'LARDER_MAX_PACKAGE_SIZE'],
    ['LARDER_PROT', 'LARDER_PORT'],
    ['LARDER_ADMINTOKEN', 'LARDER_ADMIN_TOKEN'],
    ['LARDER_DATADIR', 'LARDER_DATA_DIR'],
    ['LARDER_LOGLEVEL', 'LARDER_LOG_LEVEL'],
  ])('is rejected with the one that was meant: %s', (name, meant) => {
    expect(messageOf({ [name]: '' })).toBe(`${name} is not a setting; did you mean ${meant}?`);
  });

  it.each(['LARDER_', 'LARDER_FOO', 'LARDER_COLOR_OF_PAGES', `LARDER_${'X'.repeat(100_000)}`])(
    'is rejected: %.30s',
    (name) => {
      expect(messageOf({ [name]: '1' })).toBe(`${name} is not a setting. Unset it. README.md lists all settings.`);
    },
  );

  it('is reported together with values that cannot be used', () => {
    const lines = messageOf({ LARDER_PROT: '80', LARDER_PORT: 'http' }).split('\n');
    expect(lines.map((line) => line.split(' is ')[0])).toEqual(['LARDER_PROT', 'LARDER_PORT']);
  });

  it.each([
    'LARDER_URL',
    'LARDER_TOKEN',
    'LARDER_MOCK_PORT',
    'LARDER_CONTRACT_RECORD',
    'LARDER_TEST',
    'LARDER_TEST_POSTGRES_URL',
    // Of Kubernetes, for a service that is called larder.
    'LARDER_SERVICE_HOST',
    'LARDER_SERVICE_PORT',
    'LARDER_SERVICE_PORT_HTTP',
    'LARDER_PORT_8080_TCP',
    'LARDER_PORT_8080_TCP_ADDR',
    'LARDERS',
  ])('is accepted from others than the server: %s', (name) => {
    expect(readSettings({ [name]: 'anything' })).toEqual(readSettings({}));
  });
});

describe('the table of settings in README', () => {
  it('has all settings, and no other ones', async () => {
    const text = await readFile(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
    const [, table = ''] = /^## Settings\n([^]*?)^## /m.exec(text) ?? [];
    const names = table.split('\n').flatMap((line) => line.split('|')[1]?.match(/LARDER_\w+/g) ?? []);
    expect(names.toSorted()).toEqual(serverSettings.toSorted());
  });
});

describe('settings', () => {
  it('have values that suit a first try', () => {
    const { dataDir, ...rest } = readSettings({});
    expect([path.basename(dataDir), rest]).toEqual([
      '.larder',
      {
        host: '127.0.0.1',
        port: 8080,
        publicUrl: undefined,
        organization: undefined,
        adminToken: undefined,
        trustedProxies: undefined,
        maxConnections: undefined,
        maxPackageSize: 5 * 1024 ** 3,
        headersTimeout: 60_000,
        bodyPatience: 30_000,
        bodyPace: 1000,
        transferTimeout: 14_400_000,
        stopTimeout: 30_000,
        reuseHours: 24,
        blobGrace: 3600,
        uploadLifetime: 3_600_000,
        finishedUploadLifetime: 86_400_000,
        sparseImages: true,
        rpmCompression: 'gzip',
        inspectTimeout: 30_000,
        housekeepingPause: 15_000,
        oidcIssuers: { own: [], withPublic: true },
        oidcLifetime: 300_000,
        logLevel: 'info',
        replyChecks: 0.01,
      },
    ]);
  });

  it('that are set to nothing count as not set', () => {
    expect(readSettings({ LARDER_PORT: '', LARDER_ADMIN_TOKEN: '', LARDER_PUBLIC_URL: '' })).toEqual(readSettings({}));
  });

  it.each([
    ['https://packages.example.com/', 'https://packages.example.com'],
    ['http://x:8080/larder//', 'http://x:8080/larder'],
  ])('take the URL %s without slashes at its end', (value, url) => {
    expect(readSettings({ LARDER_PUBLIC_URL: value }).publicUrl).toBe(url);
  });

  it.each([
    ['5000000', 5_000_000],
    ['12 bytes', 12],
    ['7B', 7],
    ['64kB', 64_000],
    ['1.5 MB', 1_500_000],
    ['5GB', 5_000_000_000],
    ['5gb', 5_000_000_000],
    ['5GiB', 5 * 1024 ** 3],
    ['0.5 TiB', 2 ** 39],
  ])('take the size %s', (value, bytes) => {
    expect(readSettings({ LARDER_MAX_PACKAGE_SIZE: value }).maxPackageSize).toBe(bytes);
  });

  it('take a token of 16 characters, signs included', () => {
    expect(readSettings({ LARDER_ADMIN_TOKEN: `!~"'$\\{}=+/.-_ab` }).adminToken).toBe(`!~"'$\\{}=+/.-_ab`);
  });
});

function messageOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
