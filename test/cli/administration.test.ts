/** What the commands about registries and tokens say to people and to programs. */
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../fixtures/answers.ts';
import { createRegistry } from '../fixtures/server.ts';
import { useCliMachine } from './cli-machine.ts';

const machine = useCliMachine();

describe('larder registry', () => {
  it('creates, shows, updates, lists and deletes', async () => {
    const { run, server } = machine();
    const created = await run(
      'registry',
      'create',
      'Fruit of 2030',
      '-e',
      'python',
      '--description',
      'Ripe',
      '--public',
      '--json',
    );
    const registry = JSON.parse(created.stdout) as Schemas['Registry'];
    expect(registry).toMatchObject({ slug: 'fruit-of-2030', ecosystem: 'python', description: 'Ripe', public: true });
    const shown = await run('registry', 'show', 'fruit-of-2030');
    const updated = await run(
      'registry',
      'update',
      'fruit-of-2030',
      '--name',
      'fruit',
      '--description',
      '',
      '--private',
      '--json',
    );
    const [list, listed, unasked] = await Promise.all([
      run('registry', 'list', '--json'),
      run('registry', 'list'),
      run('registry', 'delete', 'fruit'),
    ]);
    const all: unknown = await (await server.ask(server.in())).json();
    const deleted = await run('registry', 'delete', 'fruit', '--yes', '--json');
    expect(shown.stdout).toMatch(
      /^name +Fruit of 2030\nslug +fruit-of-2030\necosystem +python\nvisible to +everyone\n/,
    );
    expect(JSON.parse(updated.stdout)).toMatchObject({ slug: 'fruit', description: null, public: false });
    expect([JSON.parse(list.stdout), /^fruit +python +tokens$/m.test(listed.stdout), unasked.code]).toEqual([
      all,
      true,
      2,
    ]);
    expect([JSON.parse(deleted.stdout), (await server.ask(server.in('fruit'))).status]).toEqual([
      { id: registry.id, message: 'Deleted registry "fruit" with its packages.' },
      404,
    ]);
  });

  it('shows ids of teams as kept, not enforced', async () => {
    const { run, server } = machine();
    const team = '0191e237-6d0c-7a2f-8f62-6a3a3f5a6f10';
    await createRegistry(server, 'teams', 'files', { team_ids: [team] });
    const [shown, without] = await Promise.all([run('registry', 'show', 'teams'), run('registry', 'show', 'shelf')]);
    expect(shown.stdout).toMatch(new RegExp(`^teams \\(kept, not enforced\\) +${team}$`, 'm'));
    expect(without.stdout).not.toContain('teams');
  });

  it('knows the ecosystems before it asks the server', async () => {
    const { code, stderr } = await machine().run(
      'registry',
      'create',
      'x',
      '--ecosystem',
      'cobol',
      '--url',
      'http://127.0.0.1:9',
    );
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Allowed choices are debian, files, python/)]);
  });
});

describe('larder token', () => {
  it('makes access tokens and registry tokens, lists them without their secrets, and revokes them', async () => {
    const { run, server } = machine();
    const [access, reading] = await Promise.all([
      run(
        'token',
        'create',
        '-d',
        'builds',
        '-s',
        'read_packages',
        '-s',
        'write_packages',
        '--expires',
        '2099-01-01T00:00:00Z',
        '--json',
      ),
      run('token', 'create', '-d', 'servers', '-r', 'shelf'),
    ]);
    const made = JSON.parse(access.stdout) as Schemas['AccessTokenWithSecret'];
    const [, secret = '', id = ''] = /^token +(larder_registry_\S+) .*^id +(\S+)/ms.exec(reading.stdout) ?? [];
    const [all, ofShelf] = await Promise.all([run('token', 'list'), run('token', 'list', '-r', 'shelf')]);
    const revoked = await Promise.all([run('token', 'revoke', made.uuid), run('token', 'revoke', id, '-r', 'shelf')]);
    const asked = await server.ask('/v2/access-token', { headers: { Authorization: `Bearer ${made.token}` } });
    expect([made.scopes, made.expires_at]).toEqual([['read_packages', 'write_packages'], '2099-01-01T00:00:00Z']);
    expect(all.stdout).toMatch(
      new RegExp(`^${made.uuid}  builds +never +2099-01-01T00:00:00Z +read_packages write_packages$`, 'm'),
    );
    expect(ofShelf.stdout).toMatch(new RegExp(`^${id}  servers `, 'm'));
    expect((all.stdout + ofShelf.stdout).includes(made.token) || ofShelf.stdout.includes(secret)).toBe(false);
    expect([revoked.map(({ code }) => code), asked.status]).toEqual([[0, 0], 401]);
  });

  it('asks what a token is to allow', async () => {
    const { code, stderr } = await machine().run('token', 'create', '-d', 'x');
    expect([code, stderr]).toEqual([
      2,
      'It is not said what the token allows.\nSay --scope SCOPE, or --registry SLUG.\n',
    ]);
  });
});
