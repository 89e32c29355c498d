/** Shell completion, as a shell requests it. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { present } from '../clients/programs.ts';
import { freePort } from '../fixtures/process-client.ts';
import { useCliMachine } from './cli-machine.ts';
import { connectionTo, larder, script } from './larder.ts';

const machine = useCliMachine();

/** Returns the suggestions, without descriptions. */
async function suggestions(...words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await machine().run('complete', '--', ...words);
  return stdout
    .split('\n')
    .slice(0, -2)
    .map((line) => line.split('\t')[0] ?? '');
}

describe('larder complete --', () => {
  it('suggests commands, flags, choices, registries that the server has, and files', async () => {
    const { write, folder } = machine();
    await write('app-1.0.0.txt', 'app');
    await mkdir(path.join(folder, 'appendix'));
    const asked = [
      ['registry', 'u'],
      ['publish', '--pre'],
      ['registry', 'create', 'x', '--ecosystem', 'd'],
      ['copy', 'x', '--to', 'sh'],
      ['registry', 'delete', ''],
      ['publish', 'app'],
      ['back'],
      ['restore', 'app'],
    ];
    const replied: (readonly string[])[] = [];
    // One after the other: it does not wait long for a server, and this one shares the machine with it.
    for (const words of asked) replied.push(await suggestions(...words));
    expect(replied).toEqual([
      ['update'],
      ['--presigned'],
      ['debian'],
      ['shelf'],
      ['shelf', 'other', 'debs'],
      ['app-1.0.0.txt', 'appendix/'],
      ['backup'],
      ['app-1.0.0.txt', 'appendix/'],
    ]);
  });

  it('suggests and prints nothing if the server does not respond', async () => {
    const { folder } = machine();
    const environment = connectionTo({ url: `http://127.0.0.1:${await freePort()}`, token: 'any' });
    const ran = await Promise.all(
      [environment, {}].map((set) =>
        larder(['complete', '--', 'list', '--registry', ''], { folder, environment: set }),
      ),
    );
    expect(ran).toEqual([
      { code: 0, stdout: ':4\n', stderr: '' },
      { code: 0, stdout: ':4\n', stderr: '' },
    ]);
  });
});

describe.skipIf(!present('bash'))('bash', () => {
  it('completes with the script that larder prints', async () => {
    const { folder, server } = machine();
    // Stands in for the package bash-completion, which gives the words before the cursor.
    const lines = `
      larder() { '${process.execPath}' '${script}' "$@"; }
      _get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; }
      compopt() { :; }
      source <(larder complete bash)
      COMP_WORDS=(larder list --registry s) COMP_CWORD=3
      $(complete -p larder | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
      echo "\${COMPREPLY[@]}"`;
    const environment = { PATH: process.env['PATH'], HOME: folder, ...connectionTo(server) };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', lines], { cwd: folder, env: environment });
    expect([stdout, stderr]).toEqual(['shelf\n', '']);
  });

  it('has scripts for other shells, too, and rejects unknown ones', async () => {
    const { run } = machine();
    const ran = await Promise.all(['zsh', 'dos'].map((shell) => run('complete', shell)));
    expect(ran.map(({ code, stdout }) => [code, /larder complete --/.test(stdout)])).toEqual([
      [0, true],
      [2, false],
    ]);
  });
});
