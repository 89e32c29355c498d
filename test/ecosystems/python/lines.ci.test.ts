/** The lines that pages show for clients of Python, pasted into a shell. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { hasPip } from '../../clients/pip.ts';
import { run } from '../../clients/programs.ts';
import { buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { publish } from '../../fixtures/server.ts';
import { issueToken } from '../../native/tokens.ts';
import { newRegistry } from '../../native/watched-server.ts';
import { installLines, publishLines, setUpLines } from '../../web/page-lines.ts';
import { listed } from '../registries.ts';
import { hasClient, openProject } from './publishing-project.ts';

/** hatch looks for existing files at the URL that devpi has for them first. */
const server = useCustomerServer(({ path: at }) => at.includes('/pypi/%2Bsimple/'));

const PROJECT = '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.9"\n';

/** Runs lines in the folder of a project that uses the package, or by default of one that is it, without a configuration. */
async function paste(lines: string, token: string, project?: string): Promise<string> {
  const opened = await openProject({ url: '', token });
  const folder = project === undefined ? opened.folder : path.join(opened.folder, 'app');
  if (project !== undefined) {
    await mkdir(folder);
    await writeFile(path.join(folder, 'pyproject.toml'), project);
  }
  const variables = { TOKEN: token, POETRY_VIRTUALENVS_IN_PROJECT: 'true', PDM_NON_INTERACTIVE: '1', UV_NO_CACHE: '1' };
  const { ok, output } = await run('sh', ['-euc', lines], {
    folder,
    environment: { ...opened.environment, ...variables },
  });
  expect(ok, `${lines}\n${output}`).toBe(true);
  return output;
}

describe('publish with', () => {
  test.for(['uv', 'poetry', 'pdm', 'hatch', 'twine', 'flit'])('%s', async (client, { skip }) => {
    skip(!hasClient(client), client);
    const slug = await newRegistry(server(), 'python', { isPublic: false });
    const lines = await publishLines(server(), slug, client);
    // The project has no repository of git, and pdm would build it with a program from the public index.
    const program = { flit: 'flit publish --no-use-vcs', pdm: 'pdm publish --no-build' }[client] ?? '';
    await paste(program === '' ? lines : lines.replace(/(?:flit|pdm) publish/, program), server().token);
    const packages = await listed({ server: server(), slug });
    expect(packages.map(({ name, version }) => `${name} ${version}`)).toContain('demo 1.0.0');
  });
});

const SHOW = 'python -c "import demo; print(\'has\', demo.version)"';

describe.each([true, false])('install from a registry that is public: %s, with', (isPublic) => {
  const open = async (): Promise<{ readonly slug: string; readonly url: string; readonly token: string }> => {
    const slug = await newRegistry(server(), 'python', { isPublic });
    for (const version of ['1.0.0', '1.1.0'])
      await publish(server(), slug, wheelName('demo', version), buildWheel({ version }));
    const packages = await listed({ server: server(), slug });
    const url = packages.find(({ version }) => version === '1.0.0')?.web_url ?? '';
    return { slug, url, token: await issueToken(server()) };
  };

  test.skipIf(!hasPip())('pip', async () => {
    const { url, token } = await open();
    const lines = await installLines(server(), url, 'pip');
    await paste(lines.replace('pip install', 'pip install --target installed'), token, PROJECT);
  });

  test.for([
    { client: 'uv', show: `.venv/bin/${SHOW}`, project: PROJECT },
    { client: 'poetry', show: `.venv/bin/${SHOW}`, project: `${PROJECT}\n[tool.poetry]\npackage-mode = false\n` },
    { client: 'pdm', show: `.venv/bin/${SHOW}`, project: `${PROJECT}\n[tool.pdm]\ndistribution = false\n` },
  ])('$client', async ({ client, show, project }, { skip }) => {
    skip(!hasClient(client), client);
    const { url, token } = await open();
    const lines = await installLines(server(), url, client);
    expect(await paste(`${lines}\n${show}`, token, project)).toContain('has 1.0.0');
  });

  test.skipIf(!hasClient('hatch'))('hatch', async () => {
    const { slug, token } = await open();
    const project = `${PROJECT}\n[tool.hatch.envs.default]\nskip-install = true\ndependencies = ["demo<1.1"]\n`;
    const lines = await setUpLines(server(), slug, 'hatch');
    expect(await paste(`${lines}\nhatch run ${SHOW}`, token, project)).toContain('has 1.0.0');
  });
});
