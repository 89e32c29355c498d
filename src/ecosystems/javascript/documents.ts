/** The packuments of packages as documents: whole and abbreviated. */
import { compressedText } from '../../formats/compressed-text.ts';
import type { About, Documents, ListedEntry, Output, Source } from '../../registry/documents.ts';
import type { JsonObject } from '../../model/values.ts';
import { keptSignatures, type KeptSignatures } from './kept-signatures.ts';
import { deprecationOf, listedEntries, listVersions, timesOf, type VersionList } from './listed-versions.ts';
import { LATEST } from './dist-tags.ts';
import { packumentText } from './packument.ts';
import { signedText } from './signing.ts';
import { npmUrls } from './urls.ts';
import { readVersionEntry } from './version-entry.ts';
import { abbreviatedVersion, wholeVersion, type ListedVersion } from './version-view.ts';

/** The forms for clients. */
export type PackumentForm = 'whole' | 'abbreviated';

export type PackumentCoding = 'identity' | 'gzip';

/** Returns the name of a document of a package. No name of a package has a space. */
export function packumentName(form: PackumentForm, coding: PackumentCoding, name: string): string {
  return `${name} ${form} ${coding}`;
}

/** Returns the name of the document that keeps the signatures. It is not for clients. */
function signaturesName(name: string): string {
  return `${name} signatures`;
}

/** The parts are names of packages. */
export const npmDocuments: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf: (document) => /^([^ ]+) (?:(?:whole|abbreviated) (?:identity|gzip)|signatures)$/.exec(document)?.[1],
  reads: (name) => [name],
  render,
  renderOverview: () => Promise.resolve(),
};

async function render(name: string, source: Source, output: Output, about: About): Promise<string> {
  const list = await listVersions(source);
  if (list === undefined) return '';
  const [key] = about.signingKeys;
  if (key === undefined) throw new Error('Every JavaScript registry has a key.');
  const keptName = signaturesName(name);
  const signatures = await keptSignatures(key, await output.previous(keptName));
  const context = { name, source, list, signatures, about, urls: npmUrls(about.publicUrl) };
  await write('abbreviated', abbreviatedText(context), { name, output });
  await write('whole', wholeText(context), { name, output });
  await output.write(keptName, once(signatures.text()));
  return '';
}

/** Writes a packument as it is, and compressed for the clients that accept that. */
async function write(
  form: PackumentForm,
  text: AsyncIterable<Uint8Array>,
  { name, output }: { readonly name: string; readonly output: Output },
): Promise<void> {
  const compressed = compressedText();
  await output.write(packumentName(form, 'identity', name), compressed.pass(text));
  await output.write(packumentName(form, 'gzip', name), compressed.bytes());
}

interface Context {
  readonly name: string;
  readonly source: Source;
  readonly list: VersionList;
  readonly signatures: KeptSignatures;
  readonly about: About;
  readonly urls: ReturnType<typeof npmUrls>;
}

function abbreviatedText(context: Context): AsyncGenerator<Uint8Array> {
  const { name, list } = context;
  const time = timesOf(list);
  const last = { 'dist-tags': list.tags, time, modified: time.modified };
  return packumentText({ name }, manifests(context, abbreviatedVersion), () => last);
}

function wholeText(context: Context): AsyncGenerator<Uint8Array> {
  const { name, list, source } = context;
  const latest: { manifest?: JsonObject } = {};
  const view = (listed: ListedVersion): JsonObject => {
    if (listed.version === list.tags[LATEST]) latest.manifest = listed.entry.manifest;
    return wholeVersion(listed);
  };
  return packumentText({ _id: name, name }, manifests(context, view), () => ({
    'dist-tags': list.tags,
    time: timesOf(list),
    ...textsOf(latest.manifest ?? {}),
    ...readmeOf(source.project ?? {}),
    // Clients echo it when they change the packument.
    _rev: String(source.revision ?? 0),
  }));
}

async function* manifests(
  context: Context,
  view: (listed: ListedVersion) => JsonObject,
): AsyncGenerator<readonly [string, JsonObject]> {
  const versions = new Set(context.list.versions.map(({ version }) => version));
  for await (const entry of listedEntries(context.source)) {
    // Others were published since the versions were listed, so that the next rendering has them.
    if (versions.has(entry.version)) yield [entry.version, view(listedVersion(entry, context))];
  }
}

function listedVersion({ text, version, ...standing }: ListedEntry, context: Context): ListedVersion {
  const { name, signatures, about, urls } = context;
  const entry = readVersionEntry(text);
  const place = { organization: about.organization, registry: about.registry };
  return {
    version,
    entry,
    deprecated: deprecationOf(standing),
    tarball: urls.of('getTarball', { ...place, name, file: entry.dist.file }),
    attestations: urls.of('listAttestations', { ...place, specifier: `${name}@${version}` }),
    signature: signatures.sign(signedText(name, version, entry.dist.integrity)),
  };
}

/** The members that a packument has in common with the manifest of its latest version. */
const TEXTS = [
  'description',
  'keywords',
  'author',
  'contributors',
  'maintainers',
  'homepage',
  'bugs',
  'repository',
  'license',
];

function textsOf(manifest: JsonObject): JsonObject {
  return Object.fromEntries(TEXTS.flatMap((name) => (manifest[name] === undefined ? [] : [[name, manifest[name]]])));
}

function readmeOf({ readme, readmeFilename }: JsonObject): JsonObject {
  return { ...(readme !== undefined && { readme }), ...(readmeFilename !== undefined && { readmeFilename }) };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
