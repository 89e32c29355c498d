/** What the reader takes from charts. No accepted value may break the index for other readers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildChart } from '../../fixtures/chart.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { entryOf, readChart } from './read-chart.ts';

test('reads a chart as helm package makes it, in a folder of any name', async () => {
  const chart = { name: 'other', fields: { type: 'library', appVersion: '4.1' } };
  const release = await readChart(chart);
  expect(release).toMatchObject({
    name: 'other',
    version: '1.0.0',
    variant: null,
    metadata: { apiVersion: 'v2', description: 'A chart', type: 'library', appVersion: '4.1' },
    package: 'new',
    files: [{ name: 'other-1.0.0.tgz', role: 'main' }],
    entries: [{ part: 'index' }],
  });
  expect(entryOf(release)['digest']).toBe(digestsOf(await buildChart(chart)).sha256);
});

test('T-HLM-3: has texts in the index where YAML has numbers, like helm', async () => {
  const chartYaml = `apiVersion: v2
name: demo
version: '1.0'
appVersion: 1e3
kubeVersion: 1.29
deprecated: yes
keywords: [1, true]
annotations: { a: 1.50, b: false, c: null }
home: null
`;
  expect(entryOf(await readChart({ chartYaml }))).toMatchObject({
    version: '1.0',
    appVersion: '1000',
    kubeVersion: '1.29',
    deprecated: true,
    keywords: ['1', 'true'],
    annotations: { a: '1.5', b: 'false' },
  });
});

test('T-HLM-4: leaves out fields that helm does not read, at any depth', async () => {
  const fields = {
    unknown: 1,
    home: '',
    sources: [],
    maintainers: [{ name: 'Me', phone: '1' }],
    dependencies: [{ name: 'bowl', secret: 'x', 'import-values': ['a', { child: 'b', parent: 'c', more: 1 }] }],
  };
  const { digest: _, ...entry } = entryOf(await readChart({ fields }));
  expect(entry).toEqual({
    apiVersion: 'v2',
    name: 'demo',
    version: '1.0.0',
    description: 'A chart',
    maintainers: [{ name: 'Me' }],
    dependencies: [{ name: 'bowl', 'import-values': ['a', { child: 'b', parent: 'c' }] }],
  });
});

test('reads Chart.yaml with comments, anchors, merged maps and several lines', async () => {
  const chartYaml = `# A chart
apiVersion: v2
name: &name demo
version: 1.0.0
description: >-
  two
  lines
annotations:
  <<: { merged: 'yes' }
  own: *name
`;
  expect(entryOf(await readChart({ chartYaml }))).toMatchObject({
    description: 'two lines',
    annotations: { merged: 'yes', own: 'demo' },
  });
});

test.each(['name: other', '"name": other', 'annotations: { a: 1, a: 2 }'])(
  'rejects a Chart.yaml with a key twice: %s',
  async (line) => {
    const chart = readChart({ chartYaml: `apiVersion: v2\nname: demo\nversion: 1.0.0\n${line}\n` });
    await expect(chart).rejects.toThrow('is there twice');
  },
);

test('reads as many keys as fit, without comparing each with all others', async () => {
  const keys = Array.from({ length: 30_000 }, (_, n) => `k${n}:\n`).join('');
  const release = await readChart({ chartYaml: `apiVersion: v2\nname: demo\nversion: 1.0.0\n${keys}` });
  expect(release.metadata).toEqual({ apiVersion: 'v2' });
});

describe('any text', () => {
  const runs = process.env['LARDER_TEST'] === 'all' ? 400 : 50;
  const text = fc.string({ unit: 'binary', maxLength: 40 });

  test('is the same for readers of JSON and of YAML', async () => {
    const property = fc.asyncProperty(text, fc.dictionary(text, text, { maxKeys: 3 }), async (description, more) => {
      const annotations = Object.fromEntries(Object.entries(more));
      const release = await readChart({ fields: { description: `x${description}`, annotations } });
      const [{ text: written } = { text: '' }] = release.entries;
      expect(written).toMatch(
        /^[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u,
      );
      expect(entryOf(release)['description']).toBe(`x${description}`.toWellFormed());
      expect(parse(written, { version: '1.1' })).toEqual(JSON.parse(written));
    });
    await fc.assert(property, { numRuns: runs });
  });
});
