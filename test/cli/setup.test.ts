import { describe, expect, test } from 'vitest';
import { run, type Ran } from '../clients/programs.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { script } from './larder.ts';

function setup({ url, token }: TestServer, ...parameters: readonly string[]): Promise<Ran> {
  const environment = { LARDER_URL: url, LARDER_TOKEN: token, LARDER_ORGANIZATION: '' };
  return run(process.execPath, [script, 'setup', ...parameters], { environment });
}

describe('larder setup', () => {
  test('lists the clients of a registry, and prints the commands of one for a shell', async () => {
    await using server = await startTestServer();
    await createRegistry(server, 'snakes', 'python');
    const list = await setup(server, '-r', 'snakes');
    expect(list.stdout).toMatch(/^CLIENT +SET-UP +PUBLISHES\npip +yes\nuv +yes +yes\n/);
    const pip = await setup(server, 'pip', '-r', 'snakes');
    expect(pip).toMatchObject({
      ok: true,
      stdout: `export PIP_INDEX_URL="${server.url.replace('://', '://any:$TOKEN@')}/acme/snakes/pypi/simple/"\n`,
    });
    expect(pip.output).toContain('larder token create --registry snakes --description NAME');
    const twine = await setup(server, 'twine', '-r', 'snakes', '--publish');
    expect(twine.stdout).toMatch(/^TWINE_REPOSITORY_URL=.* twine upload dist\/\*\n$/);
    expect((await setup(server, 'twine', '-r', 'snakes')).output).toBe('twine needs no configuration.\n');
  });

  test('prints the response of the API', async () => {
    await using server = await startTestServer();
    await createRegistry(server, 'debs', 'debian', { public: true });
    const { stdout } = await setup(server, 'apt', '--json');
    const apt = JSON.parse(stdout) as { readonly set_up: readonly string[] };
    expect(apt).toMatchObject({ client: 'apt', publish: [], token_advice: null });
    expect(apt.set_up.at(-1)).toBe('apt-get update');
  });

  test('names the clients if there is no such client', async () => {
    await using server = await startTestServer();
    await createRegistry(server, 'files', 'files');
    const { ok, output } = await setup(server, 'apt');
    expect([ok, output]).toEqual([false, '"apt" is not a client of files.\nSpecify one of: curl\n']);
  });
});
