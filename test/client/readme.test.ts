/** All samples of the client in README.md and in the package's own, run as they stand there. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../clients/programs.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { installClient, type Project } from './installed-client.ts';

let project: Project;
beforeAll(async () => {
  project = await installClient();
  await writeFile(path.join(project.folder, 'manual-2.0.0.tar.gz'), 'How to peel a banana.');
});
afterAll(() => project[Symbol.asyncDispose]());

it.each(['README.md', 'src/client/README.md'])(
  'the samples of %s publish, list, download, and read a rejection',
  async (file) => {
    await using server = await startTestServer({ LARDER_ORGANIZATION: 'my-org' });
    const first = await runSample(file, server.url, server.token);
    expect(first.output).toContain('Registry "my-files" not found');

    const registries = '/v2/packages/organizations/my-org/registries';
    expect((await createRegistry({ ...server, in: () => registries }, 'my files', 'files')).status).toBe(200);
    const second = await runSample(file, server.url, server.token);
    expect([second.ok, second.output], second.output).toEqual([true, expect.stringMatching(/^(\d+) of \1 bytes$/m)]);
    expect(second.output).toMatch(
      /\nmanual 2\.0\.0\n(.*\n)*my files has 1 of its newest packages on the first page\.\n/,
    );
    expect(await readFile(path.join(project.folder, 'manual.tar.gz'), 'utf8')).toBe('How to peel a banana.');

    const third = await runSample(file, server.url, server.token);
    expect([third.ok, third.output], third.output).toEqual([
      true,
      expect.stringContaining('already exists in registry'),
    ]);
    if (file !== 'src/client/README.md') return;
    expect(third.output).toMatch(/\nPackage .* not found/);
    expect(third.output).toMatch(/\nRegistry "nowhere" not found/);
  },
);

async function runSample(file: string, url: string, token: string): ReturnType<typeof run> {
  const text = await readFile(path.resolve(import.meta.dirname, '../..', file), 'utf8');
  // One program: the later blocks use what the earlier ones declare.
  const samples = [...text.matchAll(/^```ts client\n(.*?)^```/gms)].map(([, sample = '']) => sample);
  if (samples.length === 0) throw new Error(`${file} has no block "ts client"`);
  await writeFile(path.join(project.folder, 'sample.ts'), samples.join('\n'));
  const environment = { LARDER_URL: url, LARDER_TOKEN: token };
  return run(process.execPath, ['sample.ts'], { folder: project.folder, environment });
}
