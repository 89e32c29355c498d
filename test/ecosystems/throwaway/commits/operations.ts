import type { Operations } from '../../../../src/contract/operation.ts';
import type { Registry } from '../../../../src/model/records.ts';
import { publisherOf } from '../../../../src/registry/callers.ts';
import type { Larder } from '../../../../src/registry/larder.ts';
import { publishRelease } from '../../../../src/registry/publish-release.ts';
import type { LarderEnv } from '../../../../src/serving/env.ts';
import { fileReply } from '../../../../src/serving/file-reply.ts';
import { missing } from '../../../../src/serving/resolvers.ts';
import { versionAt } from '../version-at.ts';
import type { operations as described, parameterDefaults } from './generated/commits.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  createCommit: async ({ found: { registry }, path: { name, branch }, body, requireCaller: caller }, { larder }) => {
    const files: { name: string; staged: LarderEnv['staged'] }[] = [];
    const deleted = new Set<string>();
    let header: { readonly summary: string; readonly parent: string | null } = { summary: '', parent: null };
    for (const line of body) {
      if (line.key === 'header') header = line.value;
      else if (line.key === 'deleted') deleted.add(line.value.path);
      else files.push({ name: line.value.path, staged: line.value.content.staged });
    }
    const parent = await treeOf(larder, registry, name, branch, header.parent);
    const tree = Object.fromEntries(Object.entries(parent).filter(([path]) => !deleted.has(path)));
    const claims = { name, branch, ...header, tree };
    const { release } = await publishRelease(larder, registry, { files, claims, by: publisherOf(caller()) });
    return { status: 200, body: { version: release.version } };
  },
  getCommittedFile: async ({ found: { registry }, path: { name, revision, path: fileName }, headers }, { larder }) => {
    const versionKey = await versionAt(larder, registry, name, revision);
    const file = await larder.catalog.packages.findFile(registry.id, { nameKey: name, versionKey, fileName });
    if (!file) throw missing('file', fileName);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
};

/** Returns the digests of the files of the parent, by path; none if the branch is elsewhere, which the domain rejects. */
async function treeOf(
  { catalog }: Larder,
  { id }: Registry,
  name: string,
  branch: string,
  parent: string | null,
): Promise<Readonly<Record<string, string>>> {
  const project = await catalog.projects.find(id, name);
  const tag = project && (await catalog.projects.tag(project.id, branch));
  const files = tag && tag.version === parent ? await catalog.packages.files(tag.packageId) : [];
  return Object.fromEntries(files.map(({ name: path, blob }) => [path, blob.digests.sha256]));
}
