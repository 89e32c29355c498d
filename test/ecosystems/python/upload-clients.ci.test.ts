/** Clients of Python that publish. Each builds or gets the same project, and pip installs it afterwards. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { hasPip, pipIn, unconfigured } from '../../clients/pip.ts';
import { present, run, type Ran } from '../../clients/programs.ts';
import { buildSdist, buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { newRegistry } from '../../native/watched-server.ts';

/** The folder of twine, poetry, flit and hatch in fixed versions. uv is in `PATH`. */
const folderOfClients = process.env['LARDER_TEST_PYTHON_CLIENTS'] ?? '';

/** hatch looks for existing files at the URL that devpi has for them first. */
const server = useCustomerServer(({ path: at }) => at.includes('/pypi/%2Bsimple/'));

interface Project {
  /** Has the folder `dist` with a wheel and a source distribution of `demo`, and sources for clients that need them. */
  readonly folder: string;
  readonly url: string;
  readonly token: string;
  run(program: string, ...parameters: readonly string[]): Promise<Ran>;
  environment: Record<string, string>;
}

interface PublishingClient {
  readonly program: string;
  publish(project: Project): Promise<Ran>;
}

/** As each client's documentation has it. */
const clients: readonly PublishingClient[] = [
  {
    program: 'twine',
    publish: ({ run: start, url, token }) =>
      start('twine', 'upload', '--non-interactive', '--repository-url', url, '-u', '__token__', '-p', token, ...DIST),
  },
  {
    program: 'uv',
    publish: ({ run: start, url, token }) =>
      start('uv', 'publish', '--no-cache', '--publish-url', url, '--username', 'any', '--password', token, ...DIST),
  },
  {
    program: 'poetry',
    publish: async ({ run: start, url, token, environment }) => {
      environment['POETRY_REPOSITORIES_LARDER_URL'] = url;
      return start('poetry', 'publish', '--no-interaction', '--repository', 'larder', '-u', 'any', '-p', token);
    },
  },
  {
    program: 'flit',
    publish: async ({ run: start, url, token, environment }) => {
      Object.assign(environment, { FLIT_INDEX_URL: url, FLIT_USERNAME: 'any', FLIT_PASSWORD: token });
      return start('flit', 'publish', '--no-use-vcs');
    },
  },
  {
    program: 'hatch',
    publish: ({ run: start, url, token }) =>
      start('hatch', '--no-interactive', 'publish', '--repo', url, '--user', 'any', '--auth', token, ...DIST),
  },
];

const version = '1.0.0';
const wheel = wheelName('demo', version);
const DIST = [`dist/${wheel}`, `dist/demo-${version}.tar.gz`];

const PROJECT = `[build-system]
requires = ["flit_core >=3.2,<4"]
build-backend = "flit_core.buildapi"

[project]
name = "demo"
version = "${version}"
description = "Says its version"
`;

async function openProject(): Promise<Project> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-uploads-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'dist'));
  await writeFile(path.join(folder, 'dist', wheel), buildWheel({ version }));
  await writeFile(path.join(folder, 'dist', `demo-${version}.tar.gz`), await buildSdist({ version }));
  await writeFile(path.join(folder, 'pyproject.toml'), PROJECT);
  await writeFile(path.join(folder, 'demo.py'), `"""A demo."""\n__version__ = "${version}"\nprint("${version}")\n`);
  const slug = await newRegistry(server(), 'python', { isPublic: false });
  const environment: Record<string, string> = {
    ...unconfigured(),
    HOME: folder,
    PATH: `${folderOfClients}${path.delimiter}${process.env['PATH']}`,
    // flit writes the same archives again.
    SOURCE_DATE_EPOCH: '1700000000',
    // Without keyrings of the machine.
    PYTHON_KEYRING_BACKEND: 'keyring.backends.null.Keyring',
  };
  return {
    folder,
    url: `${server().url}/acme/${slug}/pypi/`,
    token: server().token,
    environment,
    run: (program, ...parameters) => run(program, parameters, { folder, environment }),
  };
}

function has(program: string): boolean {
  return existsSync(path.join(folderOfClients, program)) || present(program);
}

describe.each(clients)('$program', ({ program, publish }) => {
  test.skipIf(!has(program) || !hasPip())(`publishes, and pip installs (${program}, pip)`, async () => {
    const project = await openProject();
    const { ok, output } = await publish(project);
    expect(ok, output).toBe(true);
    const index = `${project.url.replace('://', `://any:${project.token}@`)}simple/`;
    const installed = await pipIn(project.folder).install(index, `demo==${version}`);
    expect(installed.ok, installed.output).toBe(true);
    // The same files are accepted again.
    const again = await publish(project);
    expect(again.ok, again.output).toBe(true);
  });
});

describe('files that exist with other bytes', () => {
  const changed = async ({ folder }: Project): Promise<void> =>
    await writeFile(path.join(folder, 'dist', wheel), buildWheel({ version, metadata: { Summary: 'Another one' } }));
  const upload = ({ run: start, url, token }: Project): Promise<Ran> =>
    start('twine', 'upload', '--non-interactive', '--repository-url', url, '-u', 'any', '-p', token, DIST[0] ?? '');

  test.skipIf(!has('twine'))('T-PY-9: twine prints the reason (twine)', async () => {
    const project = await openProject();
    expect((await upload(project)).ok).toBe(true);
    await changed(project);
    const rejected = await upload(project);
    expect([rejected.ok, rejected.output]).toEqual([false, expect.stringContaining('File already exists')]);
  });

  test.skipIf(!has('uv'))('T-PY-2: uv skips existing files with --check-url, also in a new project (uv)', async () => {
    const { run: start, url, token } = await openProject();
    const credentials = ['--username', 'any', '--password', token];
    const checked = ['--publish-url', url, '--check-url', `${url}simple/`, '--no-cache', ...credentials, ...DIST];
    for (const expected of ['Uploading', 'already exists']) {
      const { ok, output } = await start('uv', 'publish', ...checked);
      expect([ok, output]).toEqual([true, expect.stringContaining(expected)]);
    }
  });
});
