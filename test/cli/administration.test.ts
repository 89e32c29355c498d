/** The output of the commands for registries and tokens, for people and for programs. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '../fixtures/replies.ts';
import { createRegistry } from '../fixtures/server.ts';
import { useCliMachine } from './cli-machine.ts';
import type { Ran } from './larder.ts';

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
      { id: registry.id, message: 'Deleted registry "fruit" and its packages.' },
      404,
    ]);
  });

  it('rotates the key, and lists the old one until it expires', async () => {
    const { run, server } = machine();
    await createRegistry(server, 'signed', 'debian');
    const before = JSON.parse((await run('registry', 'keys', 'signed', '--json')).stdout) as Schemas['SigningKeys'];
    const rotated = await run('registry', 'rotate-key', 'signed', '--json');
    const [newest, old, ...more] = JSON.parse(rotated.stdout) as Schemas['SigningKeys'];
    const listed = await run('registry', 'keys', 'signed');
    expect([old?.fingerprint, newest?.expires_at, more]).toEqual([before[0]?.fingerprint, null, []]);
    expect(listed.stdout).toContain(`${newest?.fingerprint}  openpgp  ${newest?.created_at}  never\n`);
    expect(listed.stdout).toContain(`${old?.fingerprint}  openpgp  ${old?.created_at}  ${old?.expires_at}\n`);
    const days = (Date.parse(old?.expires_at ?? '') - Date.parse(newest?.created_at ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(30, 3);
    const last = await run('registry', 'rotate-key', 'signed', '--old-keys-expire-in', '0', '--json');
    expect(JSON.parse(last.stdout)).toHaveLength(1);
  });

  it('has no key to rotate in an ecosystem without signatures', async () => {
    const { run, server } = machine();
    await createRegistry(server, 'unsigned', 'files');
    const [rotated, listed, wrong] = await Promise.all([
      run('registry', 'rotate-key', 'unsigned'),
      run('registry', 'keys', 'unsigned'),
      run('registry', 'rotate-key', 'unsigned', '--old-keys-expire-in', '400'),
    ]);
    expect([rotated.code, rotated.stderr]).toEqual([1, expect.stringContaining('has no signing key, because clients')]);
    expect(listed.stdout).toBe('No signing keys: clients of this ecosystem check no signatures.\n');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Must be a whole number from 0 to 365.')]);
  });

  it('shows ids of teams as kept, not enforced', async () => {
    const { run, server } = machine();
    const team = '0191e237-6d0c-7a2f-8f62-6a3a3f5a6f10';
    await createRegistry(server, 'teams', 'files', { team_ids: [team] });
    const [shown, without] = await Promise.all([run('registry', 'show', 'teams'), run('registry', 'show', 'shelf')]);
    expect(shown.stdout).toMatch(new RegExp(`^teams \\(stored, not enforced\\) +${team}$`, 'm'));
    expect(without.stdout).not.toContain('teams');
  });

  it('validates the ecosystem without a request', async () => {
    const { code, stderr } = await machine().run(
      'registry',
      'create',
      'x',
      '--ecosystem',
      'cobol',
      '--url',
      'http://127.0.0.1:9',
    );
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/Allowed choices are alpine, debian, files, helm, helm_oci, javascript, oci, python/),
    ]);
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

  it('writes a secret to a new file that only its owner can read, and does not show it', async () => {
    const { run, folder } = machine();
    const outputs = await Promise.all([
      run('token', 'create', '-d', 'servers', '-r', 'shelf', '-o', 'servers.token'),
      run('token', 'create', '-d', 'builds', '-s', 'read_packages', '--output', 'builds.token', '--json'),
    ]);
    for (const [at, file] of ['servers.token', 'builds.token'].entries()) {
      const secret = (await readFile(path.join(folder, file), 'utf8')).trim();
      const { mode } = await stat(path.join(folder, file));
      expect([secret, mode & 0o777]).toEqual([expect.stringMatching(/^larder_\S+$/), 0o600]);
      expect([outputs[at]?.code, `${outputs[at]?.stdout}${outputs[at]?.stderr}`]).toEqual([
        0,
        expect.not.stringContaining(secret),
      ]);
    }
    expect(outputs[0].stdout).toMatch(/^token +in servers\.token, which only you can read\nregistry +shelf\n/);
    expect(JSON.parse(outputs[1].stdout)).toMatchObject({ description: 'builds', scopes: ['read_packages'] });
  });

  it('makes no token if its file exists, and no file if there is no token', async () => {
    const { run, folder, write } = machine();
    await write('kept.token', 'kept');
    const before = await run('token', 'list', '--json');
    const taken = await run('token', 'create', '-d', 'x', '-s', 'read_packages', '-o', 'kept.token');
    const rejected = await run('token', 'create', '-d', 'x', '-r', 'nowhere', '-o', 'none.token');
    const after = await run('token', 'list', '--json');
    expect([taken.code, taken.stderr, await readFile(path.join(folder, 'kept.token'), 'utf8')]).toEqual([
      6,
      'kept.token already exists.\nSpecify another name with --output.\n',
      'kept',
    ]);
    await expect(stat(path.join(folder, 'none.token'))).rejects.toThrow('ENOENT');
    expect([rejected.code, idsOf(after)]).toEqual([5, idsOf(before)]);
  });

  it('requires a scope for a token', async () => {
    const { code, stderr } = await machine().run('token', 'create', '-d', 'x');
    expect([code, stderr]).toEqual([
      2,
      'No scope specified.\nSpecify what the token may do: --scope SCOPE, or --registry SLUG.\n',
    ]);
  });
});

function idsOf({ stdout }: Ran): readonly string[] {
  return (JSON.parse(stdout) as Schemas['AccessToken'][]).map(({ uuid }) => uuid);
}
