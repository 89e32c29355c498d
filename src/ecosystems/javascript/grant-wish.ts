/** Makes the changes in a packument that a client sends back. */
import type { Registry } from '../../model/records.ts';
import type { Caller } from '../../registry/callers.ts';
import type { Larder } from '../../registry/larder.ts';
import { changePackage, checkRevision, type NpmChange } from './change-package.ts';
import { readProject } from './project-state.ts';
import { changesIn, type Wish } from './wish.ts';

export interface WishedBy {
  readonly name: string;
  readonly body: Wish;
  /** The revision that the client has read; undefined if it sent none. */
  readonly revision: string | undefined;
  readonly caller: Caller;
  readonly requireScope: (scope: 'delete_packages') => void;
}

/** Throws `missing-scope` if versions are to be unpublished, `precondition-failed`, and like `changesIn`. */
export async function grantWish(
  larder: Larder,
  registry: Registry,
  { name, body, revision, caller, requireScope }: WishedBy,
): Promise<NpmChange> {
  const state = await readProject(larder, registry, name);
  // First, because a packument that is out of date may name versions that have been unpublished since.
  checkRevision(state.project, revision);
  const { changes, removes } = changesIn(body, state);
  if (removes) requireScope('delete_packages');
  return await changePackage(larder, registry, { project: state.project, changes, revision, caller });
}
