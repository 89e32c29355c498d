/**
 * The changes in a packument that a client sends back: npm deprecates, unpublishes and tags by changing the packument that
 * it has fetched. Clients cannot change manifests, so everything else in it is ignored.
 */
import { invalidRequest } from '../../contract/replies/problems.ts';
import type { Package } from '../../model/records.ts';
import type { ProjectChanges, StandingChange, TagChange } from '../../storage/projects.ts';
import { LATEST } from './dist-tags.ts';
import { deprecationOf } from './listed-versions.ts';
import { versionOf, type ProjectState } from './project-state.ts';
import { LONGEST_WARNING } from './notice.ts';
import { versionKey } from './version.ts';

/** A packument without attachments. */
export interface Wish {
  readonly versions: Readonly<Record<string, { readonly deprecated?: unknown }>>;
  readonly 'dist-tags'?: Readonly<Record<string, string>>;
}

export interface WishedChanges {
  readonly changes: ProjectChanges;
  /** Whether versions are unpublished. */
  readonly removes: boolean;
}

/** Throws `not-found` if a tag points to a missing version, and `invalid-request` for the warning of a deprecation. */
export function changesIn(wish: Wish, state: ProjectState): WishedChanges {
  const wished = new Map(Object.entries(wish.versions).map(([version, manifest]) => [versionKey(version), manifest]));
  const standings: StandingChange[] = [];
  const kept = new Set<string>();
  for (const [key, pkg] of state.packages) {
    const manifest = wished.get(key);
    if (!manifest) standings.push(withdrawal(pkg));
    else {
      kept.add(pkg.version);
      standings.push(...deprecation(pkg, manifest.deprecated));
    }
  }
  const removes = kept.size < state.packages.size;
  return { changes: { standings, tags: tagChanges(wish['dist-tags'] ?? state.tags, state, kept) }, removes };
}

export function withdrawal({ id, notice }: Package): StandingChange {
  return { packageId: id, standing: 'withdrawn', notice };
}

/** Returns the change of the warning; none if clients have the same one. */
function deprecation(pkg: Package, deprecated: unknown): StandingChange[] {
  const { id: packageId, standing, version } = pkg;
  // Old clients send `false` for none.
  const text = typeof deprecated === 'string' ? deprecated : '';
  if (text === (deprecationOf(pkg) ?? '')) return [];
  if (text.length > LONGEST_WARNING || /\p{Cc}/u.test(text)) {
    const message = `must be one line of at most ${LONGEST_WARNING} characters`;
    throw invalidRequest([{ path: `body.versions.${version}.deprecated`, message }]);
  }
  return [{ packageId, standing, notice: text === '' ? null : text }];
}

/** `latest` cannot be deleted. Tags of versions that are unpublished go with them. */
function tagChanges(
  wished: Readonly<Record<string, string>>,
  state: ProjectState,
  kept: ReadonlySet<string>,
): readonly TagChange[] {
  const set = Object.entries(wished)
    .filter(([tag, version]) => state.tags[tag] !== version && kept.has(versionOf(state, version).version))
    .map(([tag, version]) => ({ tag, packageId: versionOf(state, version).id }));
  const deleted = Object.entries(state.tags)
    .filter(([tag, version]) => tag !== LATEST && kept.has(version) && !Object.hasOwn(wished, tag))
    .map(([tag]) => ({ tag, packageId: null }));
  return [...set, ...deleted];
}
