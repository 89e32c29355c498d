/** Clients of Python that install, from a private registry, as their own documentation has it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { unconfigured } from '../../clients/pip.ts';
import { run, type Ran } from '../../clients/programs.ts';
import { buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { publish } from '../../fixtures/server.ts';
import { newRegistry } from '../../native/watched-server.ts';
import { hasClient, pathOfClients } from './publishing-project.ts';

/** A folder with a folder of each version of pip, from the oldest that runs with Python 3.11. */
const folderOfPips = process.env['LARDER_TEST_PIPS'];

const server = useCustomerServer();
const wheels = ['1.0.0', '1.1.0'].map((version) => ({ version, bytes: buildWheel({ version }) }));

interface Workplace {
  readonly folder: string;
  /** The URL of the index of a private registry with `demo` 1.0.0 and 1.1.0, without credentials. */
  readonly index: string;
  readonly token: string;
  write(name: string, text: string): Promise<void>;
  read(name: string): Promise<string>;
  run(program: string, parameters: readonly string[], more?: Readonly<Record<string, string>>): Promise<Ran>;
}

async function openWorkplace(): Promise<Workplace> {
  const slug = await newRegistry(server(), 'python', { isPublic: false });
  for (const { version, bytes } of wheels) await publish(server(), slug, wheelName('demo', version), bytes);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-installs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const environment = {
    ...unconfigured(),
    HOME: folder,
    PATH: pathOfClients,
    PYTHON_KEYRING_BACKEND: 'keyring.backends.null.Keyring',
  };
  return {
    folder,
    index: `${server().url}/acme/${slug}/pypi/simple/`,
    token: server().token,
    write: (name, text) => writeFile(path.join(folder, name), text),
    read: (name) => readFile(path.join(folder, name), 'utf8'),
    run: (program, parameters, more = {}) =>
      run(program, parameters, { folder, environment: { ...environment, ...more } }),
  };
}

function withCredentials({ index, token }: Workplace): string {
  return index.replace('://', `://any:${token}@`);
}

interface InstallingClient {
  readonly program: string;
  /** Installs `demo` below 1.1 into an environment, and writes a lock file. */
  install(workplace: Workplace): Promise<Ran>;
  /** Returns the version that the environment has. */
  version(workplace: Workplace): Promise<Ran>;
  /** Undefined for clients without one. */
  readonly lock?: string;
}

const PROJECT = '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.9"\n';
const SHOW = ['-c', 'import demo; print("has", demo.version)'];

const clients: readonly InstallingClient[] = [
  {
    program: 'poetry',
    install: async (workplace) => {
      const { write, index, token } = workplace;
      const source = `[[tool.poetry.source]]\nname = "larder"\nurl = "${index}"\npriority = "primary"\n`;
      await write('pyproject.toml', `${PROJECT}\n[tool.poetry]\npackage-mode = false\n\n${source}`);
      return workplace.run('poetry', ['add', '--no-interaction', 'demo<1.1'], {
        POETRY_HTTP_BASIC_LARDER_USERNAME: 'any',
        POETRY_HTTP_BASIC_LARDER_PASSWORD: token,
        POETRY_VIRTUALENVS_IN_PROJECT: 'true',
      });
    },
    version: (workplace) => workplace.run('.venv/bin/python', SHOW),
    lock: 'poetry.lock',
  },
  {
    program: 'pdm',
    install: async (workplace) => {
      const url = workplace.index.replace('://', '://any:${TOKEN}@');
      // The name replaces the public index.
      const source = `[[tool.pdm.source]]\nname = "pypi"\nurl = "${url}"\n`;
      await workplace.write('pyproject.toml', `${PROJECT}\n[tool.pdm]\ndistribution = false\n\n${source}`);
      return workplace.run('pdm', ['add', 'demo<1.1'], { TOKEN: workplace.token, PDM_NON_INTERACTIVE: '1' });
    },
    version: (workplace) => workplace.run('.venv/bin/python', SHOW),
    lock: 'pdm.lock',
  },
  {
    program: 'hatch',
    install: async (workplace) => {
      const environment = '[tool.hatch.envs.default]\nskip-install = true\ndependencies = ["demo<1.1"]\n';
      await workplace.write('pyproject.toml', `${PROJECT}\n${environment}`);
      return workplace.run('hatch', ['env', 'create'], { PIP_INDEX_URL: withCredentials(workplace) });
    },
    version: (workplace) => workplace.run('hatch', ['run', 'python', ...SHOW]),
  },
  {
    program: 'uv',
    install: async (workplace) => {
      await workplace.write('pyproject.toml', PROJECT);
      const index = `larder=${workplace.index}`;
      return workplace.run('uv', ['add', '--no-cache', '--index', index, 'demo<1.1'], {
        UV_INDEX_LARDER_USERNAME: 'any',
        UV_INDEX_LARDER_PASSWORD: workplace.token,
      });
    },
    version: (workplace) => workplace.run('.venv/bin/python', SHOW),
    lock: 'uv.lock',
  },
];

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe.each(clients)('$program', ({ program, install, version, lock }) => {
  test.skipIf(!hasClient(program))(`installs a version, and locks its digest (${program})`, async () => {
    const workplace = await openWorkplace();
    const installed = await install(workplace);
    expect(installed.ok, installed.output).toBe(true);
    const shown = await version(workplace);
    expect(shown.output).toContain('has 1.0.0');
    const [older] = wheels;
    if (lock !== undefined) expect(await workplace.read(lock)).toContain(sha256(older?.bytes ?? new Uint8Array()));
  });
});

describe.skipIf(folderOfPips === undefined)('pip', () => {
  const versions = folderOfPips === undefined ? [] : readdirSync(folderOfPips);

  test.each(versions)('%s installs the newest version, and one by its digest', async (pip) => {
    const workplace = await openWorkplace();
    const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
    const start = (...parameters: readonly string[]): Promise<Ran> => {
      const common = ['--isolated', '--no-input', '--disable-pip-version-check', '--no-cache-dir'];
      const all = ['-m', 'pip', 'install', ...common, '--index-url', withCredentials(workplace), ...parameters];
      return workplace.run(python, all, { PYTHONPATH: path.join(folderOfPips ?? '', pip) });
    };
    const newest = await start('--target', 'newest', 'demo');
    expect([newest.ok, newest.output]).toEqual([true, expect.stringContaining('installed demo-1.1.0')]);
    const line = (bytes: Uint8Array): string => `demo==1.0.0 --hash=sha256:${sha256(bytes)}\n`;
    const [older] = wheels;
    await workplace.write('right.txt', line(older?.bytes ?? new Uint8Array()));
    await workplace.write('wrong.txt', line(Buffer.from('other')));
    const pinned = await start('--target', 'pinned', '--require-hashes', '-r', 'right.txt');
    expect([pinned.ok, pinned.output]).toEqual([true, expect.stringContaining('installed demo-1.0.0')]);
    const wrong = await start('--target', 'wrong', '--require-hashes', '-r', 'wrong.txt');
    expect([wrong.ok, wrong.output]).toEqual([false, expect.stringMatching(/hash/i)]);
  });
});
