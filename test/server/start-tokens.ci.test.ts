/** The token and the organization that the settings name: at the first start, and at later ones with other values. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { scopes } from '../../src/model/limits.ts';
import { digestOf } from '../../src/registry/tokens.ts';
import { openCatalog } from '../../src/server/open-catalog.ts';
import { bodyOf, type Schemas } from '../fixtures/replies.ts';
import { ask, createShelf, newFolder, secret } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { startTestServer } from '../fixtures/server.ts';
import { sampleOrganization, sampleToken, sampleUser } from '../storage/catalog/samples.ts';

describe('LARDER_ADMIN_TOKEN', () => {
  it('works from the first start on, with all scopes, and is shown nowhere', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret });
    const token = await bodyOf(ask(`${await server.ready()}/v2/access-token`, secret), 'AccessToken');
    await server.end();
    expect([token.scopes, (server.stdout() + server.stderr()).includes(secret)]).toEqual([scopes, false]);
  });

  it('keeps its id and its time as long as its value stays', async () => {
    const settings = { LARDER_DATA_DIR: await newFolder(), LARDER_ADMIN_TOKEN: secret };
    const idAndTime = async (url: string): Promise<unknown> => {
      const { uuid, created_at } = await bodyOf(ask(`${url}/v2/access-token`, secret), 'AccessToken');
      return { uuid, created_at };
    };
    const [before] = await startOnce(settings, idAndTime);
    expect(await startOnce(settings, idAndTime)).toEqual([before]);
  });

  it('stops working if the next start has another one, and a note reports it', async () => {
    const folder = await newFolder();
    const [before] = await startOnce({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret }, idOf(secret));
    await using after = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: `${secret}-2` });
    const url = `${await after.ready()}/v2/access-token`;
    const replies = [await ask(url, secret), await ask(url, `${secret}-2`)];
    expect([replies.map(({ status }) => status), after.notes()]).toEqual([
      [401, 200],
      [
        `The access token "Set by the operator" (id ${before}) has ended, because LARDER_ADMIN_TOKEN has another value.`,
      ],
    ]);
  });

  it('stops working if the next start has none, which shows a note and a new one', async () => {
    const folder = await newFolder();
    const [before] = await startOnce({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret }, idOf(secret));
    await using after = await startServerProcess({ LARDER_DATA_DIR: folder });
    const url = `${await after.ready()}/v2/access-token`;
    const [, shown = ''] = /token +(larder_\S+)/.exec(after.stdout()) ?? [];
    const replies = [await ask(url, secret), await ask(url, shown)];
    expect([replies.map(({ status }) => status), after.notes()]).toEqual([
      [401, 200],
      [`The access token "Set by the operator" (id ${before}) has ended, because LARDER_ADMIN_TOKEN is no longer set.`],
    ]);
  });

  it('ends without a new one if another token has all scopes', async () => {
    const folder = await newFolder();
    const settings = { LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret };
    const [, made = ''] = await startOnce(settings, idOf(secret), makeToken(scopes));
    await using after = await startServerProcess({ LARDER_DATA_DIR: folder });
    const url = `${await after.ready()}/v2/access-token`;
    const replies = [await ask(url, secret), await ask(url, made)];
    expect([replies.map(({ status }) => status), after.stdout().includes('larder_')]).toEqual([[401, 200], false]);
  });

  it('is rejected if it is the secret of a token with fewer scopes, which stays as it is', async () => {
    const folder = await newFolder();
    const settings = { LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret };
    const [weak = ''] = await startOnce(settings, makeToken(['read_packages']));
    await using rejected = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: weak });
    const code = await rejected.ended();
    const [{ uuid, scopes: left } = {} as Schemas['AccessToken']] = await startOnce(settings, (url) =>
      bodyOf(ask(`${url}/v2/access-token`, weak), 'AccessToken'),
    );
    expect([code, rejected.stdout(), rejected.stderr(), left]).toEqual([
      1,
      '',
      `Larder cannot start.\nLARDER_ADMIN_TOKEN is the secret of the access token "made by another" (id ${uuid}), which has fewer scopes. Set another secret.\n`,
      ['read_packages'],
    ]);
  });

  it('can be the secret of a token with all scopes, which keeps its id', async () => {
    const folder = await newFolder();
    const settings = { LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret };
    const [full = ''] = await startOnce(settings, makeToken(scopes));
    const [before] = await startOnce(settings, idOf(full));
    expect(await startOnce({ ...settings, LARDER_ADMIN_TOKEN: full }, idOf(full))).toEqual([before]);
  });

  it('leaves the token of the first start, which the start names with a line that revokes it', async () => {
    const folder = await newFolder();
    await using first = await startServerProcess({ LARDER_DATA_DIR: folder });
    await first.ready();
    const [, shown = ''] = /token +(\S+)/.exec(first.stdout()) ?? [];
    await first.end();
    await using server = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret });
    const url = `${await server.ready()}/v2/access-token`;
    const { uuid } = await bodyOf(ask(url, shown), 'AccessToken');
    const [note = '', ...others] = server.notes();
    const [, line = ''] = /(curl .*)$/.exec(note) ?? [];
    const env = { PATH: process.env['PATH'], LARDER_ADMIN_TOKEN: secret };
    await promisify(execFile)('bash', ['-ec', line.replace('curl', 'curl -fsS')], { env });
    expect([note.includes(`"Made at the first start" (id ${uuid})`), others, (await ask(url, shown)).status]).toEqual([
      true,
      [],
      401,
    ]);
  });
});

describe('another LARDER_ORGANIZATION at a later start', () => {
  it('creates no second organization, and a note reports it', async () => {
    const folder = await newFolder();
    const settings = { LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret };
    await startOnce({ ...settings, LARDER_ORGANIZATION: 'one' }, (url) => createShelf(url, 'one'));
    await using server = await startServerProcess({ ...settings, LARDER_ORGANIZATION: 'two' });
    const url = await server.ready();
    const seen = await ask(`${url}/v2/organizations`, secret);
    const shelf = await ask(`${url}/v2/packages/organizations/one/registries/shelf`, secret);
    expect([slugsOf(await seen.json()), shelf.status, server.notes()]).toEqual([
      ['one'],
      200,
      [
        'LARDER_ORGANIZATION is "two", but this setting only names the organization of a new database. The server uses the existing organization "one".',
      ],
    ]);
  });

  it('has no note if it is not set', async () => {
    const settings = { LARDER_DATA_DIR: await newFolder(), LARDER_ADMIN_TOKEN: secret };
    await startOnce({ ...settings, LARDER_ORGANIZATION: 'one' });
    await using server = await startServerProcess(settings);
    await server.ready();
    expect([server.notes(), /organization +one\n/.test(server.stdout())]).toEqual([[], true]);
  });
});

describe('several organizations, which older versions made', () => {
  /** Made first: `one`; each has a token from the settings. */
  const withTwo = async (): Promise<string> => {
    const dataDir = await newFolder();
    await startOnce({ LARDER_DATA_DIR: dataDir, LARDER_ORGANIZATION: 'one', LARDER_ADMIN_TOKEN: `${secret}-one` });
    const catalog = await openCatalog({ dataDir, databaseUrl: undefined });
    const [organization, owner] = [sampleOrganization({ slug: 'two', createdAt: new Date() }), sampleUser()];
    const owned = await catalog.organizations.ensure(organization, owner);
    await catalog.tokens.putFromSettings(sampleToken(owned, { digest: digestOf(`${secret}-two`), scopes }));
    await catalog.close();
    return dataDir;
  };
  const both = async (url: string): Promise<(string | undefined)[]> =>
    await Promise.all(
      [`${secret}-one`, `${secret}-two`].map(async (token) => {
        const reply = await ask(`${url}/v2/organizations`, token);
        return reply.ok ? slugsOf(await reply.json())[0] : undefined;
      }),
    );

  it.each([
    ['two', ['one', undefined]],
    ['one', [undefined, 'two']],
    ['three', [undefined, 'two']],
    ['', [undefined, 'two']],
  ])('are used by their slug %j, else the oldest; tokens of the other stay', async (organization, left) => {
    const settings = { LARDER_DATA_DIR: await withTwo(), LARDER_ORGANIZATION: organization };
    expect(await startOnce(settings, both)).toEqual([left]);
  });

  it('do not share their secrets', async () => {
    const settings = { LARDER_DATA_DIR: await withTwo(), LARDER_ORGANIZATION: 'one' };
    await using server = await startServerProcess({ ...settings, LARDER_ADMIN_TOKEN: `${secret}-two` });
    const code = await server.ended();
    expect([code, server.stderr()]).toEqual([
      1,
      expect.stringMatching(
        /^Larder cannot start\.\nLARDER_ADMIN_TOKEN is .*, which belongs to another organization\. Set another secret\.\n$/,
      ),
    ]);
  });
});

/** Starts a server in this process, which takes a tenth of the time, runs `uses` with its URL, and stops it. */
async function startOnce<Results extends readonly unknown[]>(
  settings: Readonly<Record<string, string>>,
  ...uses: { readonly [Index in keyof Results]: (url: string) => Promise<Results[Index]> }
): Promise<Results[number][]> {
  const server = await startTestServer({ LARDER_ORGANIZATION: '', LARDER_ADMIN_TOKEN: '', ...settings });
  try {
    const results: Results[number][] = [];
    for (const use of uses) results.push(await use(server.url));
    return results;
  } finally {
    await server.stop();
  }
}

/** Returns the id of the token with this secret. */
function idOf(token: string): (url: string) => Promise<string> {
  return async (url) => (await bodyOf(ask(`${url}/v2/access-token`, token), 'AccessToken')).uuid;
}

/** Makes a token with these scopes, and returns its secret. */
function makeToken(wanted: readonly string[]): (url: string) => Promise<string> {
  return async (url) => {
    const made = await ask(`${url}/v2/access-tokens`, secret, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ description: 'made by another', scopes: wanted }),
    });
    return (await bodyOf(made, 'AccessTokenWithSecret')).token;
  };
}

/** Returns the slugs of a list of organizations. */
function slugsOf(list: unknown): string[] {
  return (list as Schemas['Organization'][]).map(({ slug }) => slug);
}
