import { expect, test } from 'vitest';
import { ociLines } from '../../src/ecosystems/oci/instructions.ts';
import { pipLines } from '../../src/ecosystems/python/instructions.ts';

const home = {
  publicUrl: 'https://larder.test',
  organization: 'acme',
  registry: 'wheels',
  ecosystem: 'python',
  public: false,
  keys: [],
} as const;
const pkg = { name: 'demo', version: '1!2.0', standing: 'offered', tags: [], files: [] } as const;

test('pip is given the token as a variable, and a version that no shell reads otherwise', () => {
  expect(pipLines.install(home, pkg)).toEqual([
    `PIP_INDEX_URL="https://any:$TOKEN@larder.test/acme/wheels/pypi/simple/" pip install 'demo==1!2.0'`,
  ]);
});

test('pip needs no token for a public registry', () => {
  expect(pipLines.setUp({ ...home, public: true })).toEqual([
    'export PIP_INDEX_URL="https://larder.test/acme/wheels/pypi/simple/"',
  ]);
});

test.each([
  { publicUrl: 'https://larder.test', option: '' },
  { publicUrl: 'http://larder.test', option: ' --plain-http' },
])('helm has the option "$option" for $publicUrl, and docker has none', ({ publicUrl, option }) => {
  const charts = { ...home, publicUrl, registry: 'charts', ecosystem: 'helm_oci' } as const;
  const chart = { ...pkg, version: 'sha256:0' };
  expect([...(ociLines.publish?.(charts) ?? []), ...ociLines.install(charts, chart)]).toEqual([
    `printf %s "$TOKEN" | helm registry login${option} larder.test --username buildkite --password-stdin`,
    `helm push${option} CHART.tgz oci://larder.test/acme/charts`,
    `helm pull${option} oci://larder.test/acme/charts/demo@sha256:0`,
  ]);
  const images = { ...charts, ecosystem: 'oci' } as const;
  expect([...ociLines.setUp(images), ...ociLines.install(images, chart)].join()).not.toContain('--plain-http');
});

test('an image is pulled by its first tag, and by its digest if it has none; a chart by its digest', () => {
  const images = { ...home, registry: 'images', ecosystem: 'oci' } as const;
  const image = { ...pkg, version: 'sha256:0', tags: ['1.0', 'latest'] };
  expect([
    ...ociLines.install(images, image),
    ...ociLines.install(images, { ...image, tags: [] }),
    ...ociLines.install({ ...images, ecosystem: 'helm_oci' }, image),
  ]).toEqual([
    'docker pull larder.test/acme/images/demo:1.0',
    'docker pull larder.test/acme/images/demo@sha256:0',
    'helm pull oci://larder.test/acme/images/demo@sha256:0',
  ]);
});
