import { expect, test } from 'vitest';
import { instructions as javascript } from '../../src/ecosystems/javascript/instructions.ts';
import { instructions as oci } from '../../src/ecosystems/oci/instructions.ts';
import { instructions as python } from '../../src/ecosystems/python/instructions.ts';
import { modules } from '../../src/server/ecosystems.ts';
import type { ClientLines, Instructions, NativeRegistry } from '../../src/serving/instructions.ts';

const home = {
  publicUrl: 'https://larder.test',
  organization: 'acme',
  registry: 'wheels',
  ecosystem: 'python',
  public: false,
  keys: [],
} as const;
const pkg = { name: 'demo', version: '1!2.0', standing: 'offered', tags: [], files: [] } as const;

function linesOf({ clients }: Instructions, at: NativeRegistry, name: string): ClientLines {
  const found = clients(at).find(({ client }) => client === name);
  if (found === undefined) throw new Error(`There is no client ${name}.`);
  return found;
}

test('pip is given the token as a variable, and a version that no shell reads otherwise', () => {
  expect(linesOf(python, home, 'pip').install(pkg)).toEqual([
    `PIP_INDEX_URL="https://any:$TOKEN@larder.test/acme/wheels/pypi/simple/" pip install 'demo==1!2.0'`,
  ]);
});

test('pip needs no token for a public registry', () => {
  expect(linesOf(python, { ...home, public: true }, 'pip').setUp).toEqual([
    'export PIP_INDEX_URL="https://larder.test/acme/wheels/pypi/simple/"',
  ]);
});

test.each([
  { publicUrl: 'https://larder.test', option: '' },
  { publicUrl: 'http://larder.test', option: ' --plain-http' },
])('helm has the option "$option" for $publicUrl, and docker has none', ({ publicUrl, option }) => {
  const charts = { ...home, publicUrl, registry: 'charts', ecosystem: 'helm_oci' } as const;
  const chart = { ...pkg, version: 'sha256:0' };
  const helm = linesOf(oci, charts, 'helm');
  expect([...helm.publish, ...helm.install(chart)]).toEqual([
    `printf %s "$TOKEN" | helm registry login${option} larder.test --username buildkite --password-stdin`,
    `helm push${option} CHART.tgz oci://larder.test/acme/charts`,
    `helm pull${option} oci://larder.test/acme/charts/demo@sha256:0`,
  ]);
  const docker = linesOf(oci, { ...charts, ecosystem: 'oci' }, 'docker');
  expect([...docker.setUp, ...docker.install(chart)].join()).not.toContain('--plain-http');
});

test('an image is pulled by its first tag, and by its digest if it has none; a chart by its digest', () => {
  const images = { ...home, registry: 'images', ecosystem: 'oci' } as const;
  const image = { ...pkg, version: 'sha256:0', tags: ['1.0', 'latest'] };
  const docker = linesOf(oci, images, 'docker');
  expect([
    ...docker.install(image),
    ...docker.install({ ...image, tags: [] }),
    ...linesOf(oci, { ...images, ecosystem: 'helm_oci' }, 'helm').install(image),
  ]).toEqual([
    'docker pull larder.test/acme/images/demo:1.0',
    'docker pull larder.test/acme/images/demo@sha256:0',
    'helm pull oci://larder.test/acme/images/demo@sha256:0',
  ]);
});

test('the clients of an ecosystem have different names, and each can do something', () => {
  for (const { ecosystems, instructions } of modules) {
    for (const { id: ecosystem } of ecosystems) {
      const lines = instructions.clients({ ...home, ecosystem });
      expect(new Set(lines.map(({ client }) => client)).size).toBe(lines.length);
      for (const { setUp, publish, install, client } of lines) {
        const all = [...setUp, ...publish, ...install({ ...pkg, version: '1.0.0', files: ['demo'] })];
        expect(all.length, client).toBeGreaterThan(0);
      }
    }
  }
});

test('Yarn has settings of its own for one scope', () => {
  const at = { ...home, registry: 'js', ecosystem: 'javascript' } as const;
  expect(linesOf(javascript, at, 'yarn').install({ ...pkg, name: '@acme/demo', version: '1.0.0' })).toContain(
    'yarn config set npmScopes.acme.npmRegistryServer "https://larder.test/acme/js/npm/"',
  );
});
