/** The operations for dnf and zypper: the signed lists of a registry, and its packages. */
import type { operations as described, parameterDefaults } from '../../../generated/native/redhat.ts';
import type { Client, Operations } from '../../contract/operation.ts';
import { armouredKeys } from '../../formats/openpgp-armour.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import { publisherOf } from '../../registry/callers.ts';
import { readDocument, readDocumentByDigest } from '../../registry/documents/read-document.ts';
import type { Larder } from '../../registry/larder.ts';
import { publishPackage } from '../../registry/publish.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { documentReply } from '../../serving/document-reply.ts';
import type { LarderEnv } from '../../serving/env.ts';
import { fileReply, heldBytesReply, heldReply, type FileConditions, type FileReply } from '../../serving/file-reply.ts';
import { alreadyExists, packageExists } from '../../serving/package-exists.ts';
import { missing } from '../../serving/resolvers.ts';
import { partOfBase } from './architectures.ts';
import { descriptionDocument, DESCRIPTION, inAnyPart, listOfUrl, SIGNATURE } from './document-names.ts';
import { versionRelease } from './evr.ts';
import { parseFileName } from './identity.ts';
import { repoFile, repoFileName } from './repo-file.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getRepoFile: ({ found: { organization, registry }, headers }, { urls }) => {
    const home = { publicUrl: urls.base, organization: organization.slug, registry: registry.slug };
    const file = { name: repoFileName(registry.slug), lastModified: registry.updatedAt };
    return heldReply(Buffer.from(repoFile(home)), file, headers);
  },
  getRepodata: async ({ found, path: { basearch, list }, headers, client }, { larder, urls }) => {
    const part = partOfBase(basearch);
    if (list === DESCRIPTION || list === DESCRIPTION + SIGNATURE) {
      const file = { part, list, publicUrl: urls.base, client: client() };
      return await descriptionReply(larder, found, file, headers);
    }
    if (list === `${DESCRIPTION}.key`) return await keyReply(larder, found, headers);
    return await listReply(larder, found, list, headers);
  },
  getRpm: async ({ found: { registry }, path: { file: fileName }, headers }, { larder }) => {
    const at = parseFileName(fileName);
    const query = at && { nameKey: at.name, versionKey: versionRelease(at.version), fileName };
    const file = query && (await larder.catalog.packages.findFile(registry.id, query));
    if (!file) throw missing('file', fileName);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  publishRpm: async ({ found, path, body, requireCaller: caller }, { larder, urls }) => {
    const publication = { fileName: path.rpm, staged: body.staged, by: publisherOf(caller()) };
    const { outcome, package: pkg } = await publishPackage(larder, found.registry, publication);
    if (outcome === 'published') return { status: 201 };
    throw packageExists(found, pkg, urls, `${alreadyExists(pkg, found.registry)}. Publish another version.`);
  },
};

interface DescriptionFile {
  readonly part: string;
  readonly list: string;
  readonly publicUrl: string;
  readonly client: Client;
}

/** A base without packages of its own has the description of those for all machines, unless it is usual. */
async function descriptionReply(
  larder: Larder,
  ref: RegistryRef,
  { part, list, publicUrl, client }: DescriptionFile,
  headers: FileConditions,
): Promise<FileReply<object>> {
  const ending = list.slice(DESCRIPTION.length);
  const own = { name: descriptionDocument(part) + ending, publicUrl, client };
  const document =
    (await readDocument(larder, ref, own)) ?? (await readDocument(larder, ref, { ...own, name: inAnyPart(list) }));
  if (!document) throw missing('file', list);
  return documentReply(document, {}, headers);
}

/** zypper requests the key here, and not at the URL in its configuration. */
async function keyReply(
  larder: Larder,
  { registry }: RegistryRef,
  headers: FileConditions,
): Promise<FileReply<object>> {
  const keys = await larder.catalog.registries.signingKeys(registry.id, new Date());
  const [newest] = keys;
  if (newest === undefined) throw missing('registry', registry.slug);
  const text = armouredKeys(keys.map(({ publicKey }) => publicKey));
  return heldBytesReply(Buffer.from(text), { lastModified: newest.createdAt }, headers);
}

async function listReply(
  larder: Larder,
  { registry }: RegistryRef,
  file: string,
  headers: FileConditions,
): Promise<FileReply<object>> {
  const list = listOfUrl(file);
  const isList = (name: string): boolean => list !== undefined && name.endsWith(list.ending);
  const document = list && (await readDocumentByDigest(larder, registry, list.sha256, isList));
  if (!document) throw missing('file', file);
  return documentReply(document, { caching: keptByDigest(registry) }, headers);
}
