/** Changes a package for a client that has read it at some revision. */
import { Failure } from '../../model/failure.ts';
import type { Project, Registry } from '../../model/records.ts';
import { publisherOf, type Caller } from '../../registry/callers.ts';
import { changeProject } from '../../registry/change-project.ts';
import type { Larder } from '../../registry/larder.ts';
import type { ProjectChanges } from '../../storage/projects.ts';
import type { ProjectState } from './project-state.ts';
import { revisionOf } from './revision.ts';

/** The result of a change, as clients get it. */
export interface NpmChange {
  readonly ok: true;
  readonly id: string;
  readonly rev: string;
}

/**
 * Throws `precondition-failed` if the package was changed since `revision`, `not-found` if a version to tag was
 * unpublished meanwhile, and `invalid-request` if it has too many tags.
 */
export async function changePackage(
  larder: Larder,
  registry: Registry,
  { project, changes, revision, caller }: Pick<ProjectState, 'project'> & Wanted,
): Promise<NpmChange> {
  const { id, name } = project;
  checkRevision(project, revision);
  const expectedRevision = revision === undefined ? undefined : project.revision;
  await changeProject(larder, registry, id, changes, { by: publisherOf(caller), expectedRevision }).catch(asForNpm);
  return { ok: true, id: name, rev: await revisionOf(larder, registry, name) };
}

/** Only the REST API has codes for these. */
function asForNpm(error: unknown): never {
  if (!(error instanceof Failure)) throw error;
  if (error.code === 'version-withdrawn') throw new Failure('not-found', error.message);
  if (error.code === 'too-many-tags' || error.code === 'unacceptable-tag')
    throw new Failure('invalid-request', error.message);
  throw error;
}

export interface Wanted {
  readonly changes: ProjectChanges;
  /** The revision that the client has read; undefined if it sent none. */
  readonly revision?: string | undefined;
  readonly caller: Caller;
}

/** Throws `precondition-failed` if the package was changed since `revision`. Clients may send none. */
export function checkRevision({ name, revision: present }: Project, revision: string | undefined): void {
  if (revision === undefined || revision === String(present)) return;
  throw new Failure('precondition-failed', `${name} has been changed meanwhile. Run the command again.`);
}
