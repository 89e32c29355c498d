/** Charts and provenance files that are rejected, each with the reason. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildChart, buildProvenance, type ChartRecipe } from '../../fixtures/chart.ts';
import { tarArchive, type TarRecipe } from '../../fixtures/tar-archive.ts';
import { readChart, readFiles } from './read-chart.ts';

describe('a Chart.yaml that helm does not load', () => {
  const yaml = (more: string): string => `apiVersion: v2\nname: demo\nversion: 1.0.0\n${more}`;

  test.each<[string, ChartRecipe, string]>([
    ['no name', { fields: { name: null } }, 'has the name ""'],
    ['a name with a slash', { fields: { name: 'a/b' } }, 'has the name "a/b"'],
    ['a name that is a folder', { fields: { name: '..' } }, 'has the name ".."'],
    ['a long name', { fields: { name: 'a'.repeat(251) } }, 'it must have 1 to 250 letters'],
    ['a number as the version', { chartYaml: 'apiVersion: v2\nname: demo\nversion: 1.10\n' }, 'Write it in quotes'],
    ['a word as the version', { version: 'latest' }, 'not a Semantic Version'],
    ['a version with a path', { version: '1.0.0/..' }, 'not a Semantic Version'],
    ['a huge number in the version', { version: '1.0.99999999999999999999' }, 'not a Semantic Version'],
    ['no apiVersion', { fields: { apiVersion: null } }, 'must have the apiVersion v2 or v1'],
    ['an unknown type', { fields: { type: 'plugin' } }, 'has the type "plugin"'],
    ['maintainers as texts', { fields: { maintainers: ['me'] } }, 'maintainers[0] must be a map'],
    ['an empty maintainer', { fields: { maintainers: [null] } }, 'maintainers[0] must be a map'],
    ['keywords as a text', { fields: { keywords: 'fruit' } }, 'keywords must be a list'],
    ['a list of annotations', { fields: { annotations: ['a'] } }, 'annotations must be a map'],
    ['an annotation that is a map', { fields: { annotations: { a: {} } } }, 'annotations["a"] must be a text'],
    ['a long annotation key', { fields: { annotations: { ['a'.repeat(251)]: '1' } } }, 'the maximum is 250'],
    ['a text for deprecated', { fields: { deprecated: 'maybe' } }, 'deprecated must be true or false'],
    ['a dependency without a name', { fields: { dependencies: [{ version: '1' }] } }, 'dependency without a name'],
    [
      'an imported value of no kind',
      { fields: { dependencies: [{ name: 'a', 'import-values': [[]] }] } },
      'must be a text',
    ],
    ['a duplicate field', { chartYaml: yaml('name: other\n') }, 'not YAML that helm reads'],
    ['a list', { chartYaml: '- a\n' }, 'not a map of YAML'],
    ['nothing', { chartYaml: '' }, 'not a map of YAML'],
    ['an unclosed text', { chartYaml: yaml('home: "x\n') }, 'not YAML that helm reads'],
    ['an alias of nothing', { chartYaml: yaml('home: *x\n') }, 'not YAML that helm reads'],
    ['bytes that are not UTF-8', { chartYaml: Uint8Array.of(0xff, 0xfe, 0x61) }, 'not valid UTF-8'],
    ['a deep list', { chartYaml: yaml(`keywords: ${'['.repeat(20_000)}\n`) }, 'not YAML that helm reads'],
    ['a bomb of aliases', { chartYaml: yaml(aliasBomb()) }, 'not YAML that helm reads'],
    ['too much', { chartYaml: yaml(`home: ${'x'.repeat(256 * 1024)}\n`) }, 'the maximum is 262144'],
  ])('%s', async (_, recipe, reason) => {
    await expect(readChart(recipe)).rejects.toThrow(reason);
  });
});

/** A few lines that stand for 10^9 values. */
function aliasBomb(): string {
  const ten = (item: string): string => Array.from({ length: 10 }, () => item).join();
  const levels = Array.from({ length: 9 }, (_, n) => `k${n}: &k${n} [${ten(n === 0 ? 'x' : `*k${n - 1}`)}]`);
  return levels.join('\n');
}

describe('an archive that helm does not load', () => {
  const withEntry = (entry: TarRecipe): ChartRecipe => ({ entries: (usual) => [...usual, entry] });

  test.each<[string, ChartRecipe, string]>([
    ['no Chart.yaml', { entries: (usual) => usual.slice(1) }, 'no "Chart.yaml" in its folder'],
    ['Chart.yaml outside of its folder', withEntry({ name: 'Chart.yaml', content: '' }), 'outside of its folder'],
    ['two of them', { entries: (usual) => [...usual, ...usual.slice(0, 1)] }, 'two files "Chart.yaml"'],
    ['a path that leads out of it', withEntry({ name: 'demo/../x', content: '' }), 'leads out of it'],
    ['backslashes that lead out of it', withEntry({ name: 'demo\\..\\x', content: '' }), 'leads out of it'],
    ['an absolute path', withEntry({ name: '/demo/x', content: '' }), 'leads out of it'],
    ['a drive', withEntry({ name: 'demo/C:/x', content: '' }), 'leads out of it'],
    ['a link', withEntry({ name: 'demo/x', type: 'symlink', linkname: '/etc/passwd' }), 'as a symlink'],
    ['a hard link', withEntry({ name: 'demo/x', type: 'link', linkname: 'demo/values.yaml' }), 'as a link'],
    ['a large file', withEntry({ name: 'demo/x', content: Buffer.alloc(5 * 1024 ** 2 + 1) }), 'the maximum of helm'],
  ])('%s', async (_, recipe, reason) => {
    await expect(readChart(recipe)).rejects.toThrow(reason);
  });

  test('bytes of another format', async () => {
    await expect(readFiles([Buffer.from('hello')])).rejects.toThrow('cannot be unpacked as gz');
  });

  test('a tar archive without an end', async () => {
    const archive = await tarArchive([{ name: 'demo/Chart.yaml', content: 'name: demo' }]);
    await expect(readFiles([gzipSync(archive.subarray(0, 700))])).rejects.toThrow('The tar archive is truncated');
  });
});

describe('a provenance that helm does not verify', () => {
  const message = async (change: (text: string) => string): Promise<Uint8Array> =>
    Buffer.from(change(Buffer.from(buildProvenance(await buildChart())).toString()));

  test.each<[string, (text: string) => string, string]>([
    [
      'without a signature',
      (text) => text.replace(/-----BEGIN PGP SIGNATURE.*/s, ''),
      'not a text with an OpenPGP signature',
    ],
    ['without a list of files', (text) => text.replace('\n...\n', '\n'), 'does not have Chart.yaml and the list'],
    [
      'about another file',
      (text) => text.replace('demo-1.0.0.tgz', 'x-1.0.0.tgz'),
      'no SHA-256 of the file "demo-1.0.0.tgz"',
    ],
    ['with a short digest', (text) => text.replace(/sha256:\w{8}/, 'sha256:'), 'no SHA-256 of the file'],
    ['without a name', (text) => text.replace('name: demo', ''), 'has the name ""'],
    [
      'with a version that is a path',
      (text) => text.replace('version: 1.0.0', 'version: ../1'),
      'not a Semantic Version',
    ],
    ['of more than 1 MiB', (text) => text.replace('...', `${'#'.repeat(1024 ** 2)}\n...`), 'the maximum is 1048576'],
  ])('%s', async (_, change, reason) => {
    await expect(readFiles([await message(change)])).rejects.toThrow(reason);
  });

  test('of another chart', async () => {
    const chart = await buildChart();
    const other = await buildChart({ fields: { description: 'other' } });
    await expect(readFiles([chart, buildProvenance(other)])).rejects.toThrow('Publish the chart that was signed');
    const named = buildProvenance(chart, { name: 'other' });
    await expect(readFiles([chart, named])).rejects.toThrow('The provenance is about other 1.0.0');
  });

  test('beside a second one', async () => {
    const chart = await buildChart();
    const provenance = buildProvenance(chart);
    await expect(readFiles([chart, provenance, provenance])).rejects.toThrow('two provenance files');
    await expect(readFiles([chart, chart])).rejects.toThrow('two charts');
  });
});
