/** Everything that a generated client loses or changes is detected. */
import { describe, expect, it } from 'vitest';
import { differences, type Expected, type Outcome } from './outcome.ts';

const sha256 = 'a'.repeat(64);
const url = 'http://127.0.0.1/packages/1';

const expected: Expected = {
  name: 'tool',
  seeded: { registry: { created_at: '2026-01-02T03:04:05Z', color: null }, packages: { items: [{ id: 7 }] } },
  seededRegistry: 'paren-tools',
  file: { name: 'banana-1.0.0.bin', sha256 },
};

const published = {
  id: '1',
  url,
  name: 'banana',
  version: '1.0.0',
  digests: { sha256 },
  registry: { slug: 'tool-shelf' },
};

const sound = {
  seeded: expected.seeded,
  created: {
    slug: 'tool-shelf',
    name: '(tool) shelf',
    ecosystem: 'files',
    emoji: '🍌',
    public: false,
    oidc_policy: '[{"iss":"https://agent.example","scopes":["read_packages"]}]',
  },
  registries: ['paren-tools', 'failed-shelf', 'tool-shelf', 'tool-other'],
  published,
  conflict: { type: 'urn:larder:problem:package-exists', status: 409, url },
  packages: ['1'],
  got: published,
  files: ['banana-1.0.0.bin'],
  sha256,
  copied: { ...published, id: '2', registry: { slug: 'tool-other' } },
  deleted: [
    'Deleted banana 1.0.0 (bin).',
    'Deleted banana 1.0.0 (bin).',
    'Deleted registry "(tool) other" and its packages.',
  ],
  missing: { type: 'urn:larder:problem:not-found', status: 404 },
} satisfies Outcome;

describe('differences', () => {
  it.each([
    ['what the server sent', {}],
    [
      'a time in another notation',
      { seeded: seededWith({ created_at: '2026-01-02T04:04:05.000+01:00', color: null }) },
    ],
    ['null left out', { seeded: seededWith({ created_at: '2026-01-02T03:04:05Z' }) }],
  ])('finds none in %s', (_, change) => {
    expect(differences({ ...sound, ...change }, expected)).toEqual([]);
  });

  it.each<[what: string, Partial<Outcome>]>([
    ['the seeded registry', { seeded: seededWith({ created_at: '2026-01-02T03:04:06Z', color: null }) }],
    ['the seeded registry', { seeded: seededWith({ color: null }) }],
    ['the created registry', { created: { ...sound.created, slug: 'other' } }],
    ['the list of registries', { registries: ['paren-tools', 'tool-shelf'] }],
    ['the second publication', { conflict: { ...sound.conflict, status: 200 } }],
    ['the list of packages', { packages: [] }],
    ['the package', { got: { ...published, version: '1' } }],
    ['the list of files', { files: ['banana'] }],
    ['the bytes of the download', { sha256: 'b'.repeat(64) }],
    ['the copy', { copied: { ...sound.copied, id: '2', registry: { slug: 'tool-shelf' } } }],
    ['whether the copy has an id of its own', { copied: { ...sound.copied, id: '1' } }],
    ['the deletions', { deleted: [] }],
    ['the deleted package', { missing: { ...sound.missing, status: 200 } }],
  ])('names %s', (what, change) => {
    const found = differences({ ...sound, ...change }, expected);
    expect(found.map((line) => line.split(':')[0])).toEqual([what]);
  });
});

function seededWith(registry: object): unknown {
  return { registry, packages: { items: [{ id: 7 }] } };
}
