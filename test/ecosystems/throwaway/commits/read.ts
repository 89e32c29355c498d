import { createHash } from 'node:crypto';
import { singleFile, type Incoming, type Release, type ReleaseFile } from '../../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';
import type { JsonValue } from '../../../../src/model/values.ts';

/** What the client sent beside the bytes. */
interface Commit {
  readonly name: string;
  readonly branch: string;
  readonly summary: string;
  /** The version that the branch must point to; null if there must be no such branch. */
  readonly parent: string | null;
  /** The unchanged files of the parent: digests by path. */
  readonly tree: Readonly<Record<string, string>>;
}

/**
 * Reads a commit: the new files, and those of its parent, which the registry has. There may be none at all. The digest
 * of everything is the version, and a branch moves to it if it still is at the parent.
 */
export async function read({ files, claims, stored }: Incoming): Promise<Release> {
  const { name, branch, summary, parent, tree } = commitOf(claims);
  const all = new Map<string, ReleaseFile['bytes']>();
  const digests = new Map(Object.entries(tree));
  for (const [path, sha256] of digests) {
    if (!(await stored(sha256))) throw new UnacceptableFile(`The registry no longer has ${path}. Send it again.`);
    all.set(path, { stored: sha256, ifMissing: 'reject' });
  }
  for (const file of files) {
    all.set(file.name, file);
    digests.set(file.name, file.digests.sha256);
  }
  const paths = [...all.keys()].toSorted();
  const version = createHash('sha256')
    .update(JSON.stringify([parent, summary, ...paths.map((path) => [path, digests.get(path)])]))
    .digest('hex');
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    metadata: { summary, parent },
    files: paths.flatMap((path, position): ReleaseFile[] => {
      const bytes = all.get(path);
      if (bytes === undefined) return [];
      return [{ name: path, role: position === 0 ? 'main' : 'attached', mediaType: null, bytes }];
    }),
    tags: [{ tag: branch, if: { at: parent } }],
    package: 'any',
  };
}

function commitOf({ name, branch, summary, parent, tree }: Readonly<Record<string, JsonValue>>): Commit {
  if (
    typeof name === 'string' &&
    typeof branch === 'string' &&
    typeof summary === 'string' &&
    (parent === null || typeof parent === 'string') &&
    isTree(tree)
  ) {
    return { name, branch, summary, parent, tree };
  }
  throw new UnacceptableFile('A file belongs to a commit. Send one with POST to its branch.');
}

function isTree(tree: JsonValue | undefined): tree is Readonly<Record<string, string>> {
  return (
    typeof tree === 'object' &&
    tree !== null &&
    !Array.isArray(tree) &&
    Object.values(tree).every((sha256) => typeof sha256 === 'string')
  );
}
