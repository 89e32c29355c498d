/** Versions and tags as clients get them. */
import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { distTags, type StandingOfVersion } from '../../../src/ecosystems/javascript/dist-tags.ts';
import { createSigner, npmSigning, publishedKey, signedText } from '../../../src/ecosystems/javascript/signing.ts';
import {
  abbreviatedVersion,
  wholeVersion,
  type ListedVersion,
} from '../../../src/ecosystems/javascript/version-view.ts';
import type { JsonObject } from '../../../src/model/values.ts';
import type { Standing } from '../../../src/model/records.ts';

const dist = { file: 'demo-1.0.0.tgz', shasum: 'da39', integrity: 'sha512-x', fileCount: 2, unpackedSize: 3 };

function listed(manifest: JsonObject, changes: Partial<ListedVersion['entry']> = {}): ListedVersion {
  return {
    version: '1.0.0',
    entry: { manifest, dist, hasInstallScript: false, hasShrinkwrap: false, ...changes },
    deprecated: undefined,
    tarball: 'https://h/demo-1.0.0.tgz',
    signature: { keyid: 'SHA256:k', sig: 'c2ln' },
    attestations: 'https://h/attestations',
  };
}

/** What installers read of a manifest, and what they may read tomorrow. */
const installed = {
  name: 'demo',
  version: '1.0.0',
  bin: { demo: 'cli.js' },
  dependencies: { a: '1' },
  optionalDependencies: { b: '1' },
  peerDependencies: { c: '1' },
  peerDependenciesMeta: { c: { optional: true } },
  devDependencies: { d: '1' },
  bundleDependencies: ['a'],
  os: ['linux'],
  cpu: ['x64'],
  libc: ['glibc'],
  engines: { node: '*' },
  funding: 'https://f',
  directories: {},
  fieldOfTomorrow: true,
};

test('T-NPM-1: both forms have every field that an installation depends on', () => {
  const [whole, short] = [wholeVersion(listed(installed)), abbreviatedVersion(listed(installed))];
  expect(whole).toMatchObject(installed);
  expect(short).toMatchObject(installed);
});

test('the abbreviated form has no texts for people, and no fields of the publisher', () => {
  const people = { description: 'x', scripts: { test: 'x' }, _npmUser: { name: 'x' }, readme: undefined, exports: {} };
  const { readme: _, ...sent } = people;
  expect(wholeVersion(listed({ ...installed, ...sent }))).toMatchObject(sent);
  expect(abbreviatedVersion(listed({ ...installed, ...sent }))).toEqual(abbreviatedVersion(listed(installed)));
});

test('the registry decides on deprecation, install scripts and shrinkwraps, not the manifest', () => {
  const claimed = {
    ...installed,
    deprecated: 'x',
    hasInstallScript: true,
    _hasShrinkwrap: true,
    dist: { tarball: 'x' },
  };
  expect(wholeVersion(listed(claimed))).toEqual(wholeVersion(listed(installed)));
  const facts = listed(installed, { hasInstallScript: true, hasShrinkwrap: true });
  expect(abbreviatedVersion(facts)).toMatchObject({ hasInstallScript: true, _hasShrinkwrap: true });
  expect(wholeVersion({ ...listed(installed), deprecated: 'broken' })).toMatchObject({ deprecated: 'broken' });
});

test('a version with a provenance links to its attestations', () => {
  const { dist: shown } = wholeVersion(listed(installed, { provenance: 'https://slsa.dev/provenance/v1' }));
  expect(shown).toMatchObject({
    attestations: {
      url: 'https://h/attestations',
      provenance: { predicateType: 'https://slsa.dev/provenance/v1' },
    },
  });
});

test.each<[string, Record<string, string>, Record<string, Standing>, Record<string, string>]>([
  ['the tagged version', { latest: '1.0.0' }, { '1.0.0': 'offered', '2.0.0': 'offered' }, { latest: '1.0.0' }],
  [
    'a tagged pre-release',
    { latest: '2.0.0-rc.1' },
    { '1.0.0': 'offered', '2.0.0-rc.1': 'offered' },
    { latest: '2.0.0-rc.1' },
  ],
  [
    'the highest offered version',
    { latest: '2.0.0' },
    { '1.9.0': 'offered', '1.10.0': 'offered', '2.0.0': 'unlisted' },
    { latest: '1.10.0' },
  ],
  ['a release before a pre-release', {}, { '1.0.0': 'offered', '2.0.0-rc.1': 'offered' }, { latest: '1.0.0' }],
  ['a pre-release if there are no others', {}, { '1.0.0-a': 'offered', '1.0.0-b': 'offered' }, { latest: '1.0.0-b' }],
  ['an unlisted version if there are no others', {}, { '1.0.0': 'unlisted', '1.1.0': 'unlisted' }, { latest: '1.1.0' }],
  [
    'beside other tags',
    { next: '2.0.0' },
    { '1.0.0': 'offered', '2.0.0': 'unlisted' },
    { latest: '1.0.0', next: '2.0.0' },
  ],
])('T-NPM-4: latest is %s', (_, tags, standings, expected) => {
  const versions = Object.entries(standings).map(([version, standing]): StandingOfVersion => ({ version, standing }));
  expect(distTags(new Map(Object.entries(tags)), versions)).toEqual(expected);
});

test('a signature is valid with the published key, for its text only', async () => {
  const key = await npmSigning.createKey({ organization: 'acme', registry: 'demo' });
  if (!key) throw new Error('Registries have keys.');
  const { keyid, sig } = createSigner(key)(signedText('@acme/demo', '1.0.0', 'sha512-x'));
  const published = publishedKey(key);
  expect([keyid, npmSigning.fingerprint(key.publicKey)]).toEqual([published.keyid, published.keyid]);
  const publicKey = createPublicKey({ key: Buffer.from(published.key, 'base64'), format: 'der', type: 'spki' });
  const isValid = (text: string): boolean => verify('sha256', Buffer.from(text), publicKey, Buffer.from(sig, 'base64'));
  expect(isValid('@acme/demo@1.0.0:sha512-x')).toBe(true);
  expect(isValid('@acme/demo@1.0.0:sha512-y')).toBe(false);
});
