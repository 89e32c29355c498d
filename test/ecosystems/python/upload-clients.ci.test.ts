/** Clients of Python that publish. Each builds or gets the same project, and pip installs it afterwards. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { hasPip, pipIn } from '../../clients/pip.ts';
import type { Ran } from '../../clients/programs.ts';
import { buildWheel } from '../../fixtures/python-package.ts';
import { newRegistry } from '../../native/watched-server.ts';
import {
  DIST,
  hasClient,
  openProject,
  twine,
  uvPublish,
  version,
  wheel,
  type PublishingProject,
} from './publishing-project.ts';

/** The program of an older version. */
const olderTwine = process.env['LARDER_TEST_OLDER_TWINE'];

/** hatch looks for existing files at the URL that devpi has for them first. */
const server = useCustomerServer(({ path: at }) => at.includes('/pypi/%2Bsimple/'));

interface PublishingClient {
  readonly program: string;
  publish(project: PublishingProject): Promise<Ran>;
}

/** As each client's documentation has it. */
const clients: readonly PublishingClient[] = [
  { program: 'twine', publish: (project) => twine(project) },
  { program: 'uv', publish: (project) => uvPublish(project) },
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

async function newProject(): Promise<PublishingProject> {
  const slug = await newRegistry(server(), 'python', { isPublic: false });
  return await openProject({ url: `${server().url}/acme/${slug}/pypi/`, token: server().token });
}

describe.each(clients)('$program', ({ program, publish }) => {
  test.skipIf(!hasClient(program) || !hasPip())(`publishes, and pip installs (${program}, pip)`, async () => {
    const project = await newProject();
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
  const changed = async ({ folder }: PublishingProject): Promise<void> =>
    await writeFile(path.join(folder, 'dist', wheel), buildWheel({ version, metadata: { Summary: 'Another one' } }));

  test.skipIf(!hasClient('twine'))('T-PY-9: twine prints the reason (twine)', async () => {
    const project = await newProject();
    expect((await twine(project)).ok).toBe(true);
    await changed(project);
    const rejected = await twine(project);
    expect([rejected.ok, rejected.output]).toEqual([false, expect.stringContaining('File already exists')]);
  });

  // twine 6.1 and later accept the flag for PyPI only.
  test.skipIf(olderTwine === undefined)('T-PY-9: twine skips them with --skip-existing (twine 5.1)', async () => {
    const project = await newProject();
    expect((await twine(project)).ok).toBe(true);
    await changed(project);
    const skipped = await twine(project, { program: olderTwine ?? '', flags: ['--skip-existing'] });
    expect([skipped.ok, skipped.output]).toEqual([true, expect.stringContaining(`Skipping ${wheel}`)]);
  });

  test.skipIf(!hasClient('uv'))(
    'T-PY-2: uv skips existing files with --check-url, also in a new project (uv)',
    async () => {
      const project = await newProject();
      for (const expected of ['Uploading', 'already exists']) {
        const { ok, output } = await uvPublish(project, '--check-url', `${project.url}simple/`);
        expect([ok, output]).toEqual([true, expect.stringContaining(expected)]);
      }
    },
  );
});
