import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

/** Settings that cannot be used, each with what its message has to say of the right one. */
const mistakes: readonly [string, string, string][] = [
  ['LARDER_REUSE_HOURS', '1.5', 'a number of hours, from 0 (never) to 100 years'],
  ['LARDER_PORT', 'http', 'a port from 0 (any free one) to 65535'],
  ['LARDER_PORT', '65536', 'a port from 0 (any free one) to 65535'],
  ['LARDER_PORT', '-1', 'a port from 0 (any free one) to 65535'],
  ['LARDER_PORT', '80.5', 'a port from 0 (any free one) to 65535'],
  ['LARDER_PORT', ' 80', 'a port from 0 (any free one) to 65535'],
  ['LARDER_OIDC_ISSUERS', 'http://ci.example.com', 'https URLs (http for this machine only)'],
  ['LARDER_OIDC_LIFETIME_MS', '999', 'a number of milliseconds, from 1000 to a day'],
  ['LARDER_URL', 'packages.example.com', 'an http or https URL without query'],
  ['LARDER_URL', 'ftp://packages.example.com', 'an http or https URL without query'],
  ['LARDER_URL', 'http://x/?', 'an http or https URL without query'],
  ['LARDER_URL', 'http://x/?a=b', 'an http or https URL without query'],
  ['LARDER_URL', 'http://x/#', 'an http or https URL without query'],
  ['LARDER_URL', 'http://user@x', 'an http or https URL without query'],
  ['LARDER_URL', 'http://:password@x', 'an http or https URL without query'],
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
  ['LARDER_MAX_PACKAGE_SIZE', '5GB', 'a number of bytes'],
  ['LARDER_HEADERS_TIMEOUT_MS', '9', 'a number of milliseconds, from 10 to a day'],
  ['LARDER_BODY_TIMEOUT_MS', '86400001', 'a number of milliseconds, from 10 to a day'],
  ['LARDER_BODY_BYTES_PER_SECOND', '0', 'a number of bytes a second'],
  ['LARDER_TRANSFER_TIMEOUT_MS', '1h', 'a number of milliseconds, from 10 to a day'],
  ...['true', '1', '10.0.0.0/0', '10.0.0.0/33', 'fd00::/129', '10.0.0.1,', 'proxy.test', '10.0.0.0/8/8'].map(
    (value): [string, string, string] => ['LARDER_TRUSTED_PROXIES', value, 'addresses and networks with commas'],
  ),
  ['LARDER_MAX_CONNECTIONS', '3', 'a number from 4 to 1000000'],
  ['LARDER_STOP_TIMEOUT_MS', 'soon', 'a number of milliseconds, from 10 to a day'],
  ['LARDER_UPLOAD_LIFETIME_MS', '1h', 'a number of milliseconds, from 10 to a day'],
  ['LARDER_HOUSEKEEPING_PAUSE_MS', '0', 'a number of milliseconds, from 10 to a day'],
  ['LARDER_LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
  ['LARDER_ANSWER_CHECKS', '1.1', 'a share from 0 to 1'],
  ['LARDER_ANSWER_CHECKS', ' ', 'a share from 0 to 1'],
  ['LARDER_ANSWER_CHECKS', 'all', 'a share from 0 to 1'],
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
      const message = messageOf({ LARDER_TOKEN: token });
      expect([message.startsWith('LARDER_TOKEN is '), message.includes(token)]).toEqual([true, false]);
    },
  );

  it('ends the start with code 1, told together with all others', async () => {
    const all = { ...Object.fromEntries(mistakes.map(([name, value]) => [name, value])), LARDER_TOKEN: 'short secret' };
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
    ['LARDER_DATA_DIR', path.join(import.meta.filename, 'below'), 'it must be a folder'],
    ['LARDER_DATA_DIR', import.meta.filename, 'it must be a folder'],
  ])('is told when only the start shows it: %s=%s', async (name, value, right) => {
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

describe('settings', () => {
  it('have values that suit a first try', () => {
    const { dataDir, ...rest } = readSettings({});
    expect([path.basename(dataDir), rest]).toEqual([
      '.larder',
      {
        host: '127.0.0.1',
        port: 8080,
        url: undefined,
        organization: 'my-org',
        token: undefined,
        trustedProxies: undefined,
        maxConnections: undefined,
        maxPackageSize: 5 * 1024 ** 3,
        headersTimeout: 60_000,
        bodyPatience: 30_000,
        bodyPace: 1000,
        transferTimeout: 14_400_000,
        stopTimeout: 30_000,
        reuseHours: 24,
        uploadLifetime: 3_600_000,
        inspectTimeout: 30_000,
        housekeepingPause: 15_000,
        oidcIssuers: { own: [], withPublic: true },
        oidcLifetime: 300_000,
        logLevel: 'info',
        answerChecks: 0.01,
      },
    ]);
  });

  it('that are set to nothing count as not set', () => {
    expect(readSettings({ LARDER_PORT: '', LARDER_TOKEN: '', LARDER_URL: '' })).toEqual(readSettings({}));
  });

  it.each([
    ['https://packages.example.com/', 'https://packages.example.com'],
    ['http://x:8080/larder//', 'http://x:8080/larder'],
  ])('take the URL %s without slashes at its end', (value, url) => {
    expect(readSettings({ LARDER_URL: value }).url).toBe(url);
  });

  it('take a token of 16 characters, signs included', () => {
    expect(readSettings({ LARDER_TOKEN: `!~"'$\\{}=+/.-_ab` }).token).toBe(`!~"'$\\{}=+/.-_ab`);
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
