/** The failures of releases that cannot be stored. */
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { NewPackage, ProjectStatus, Registry } from '../model/records.ts';
import type { OtherMain, ReleaseRefused } from '../storage/releases.ts';
import { versionDeleted } from './reuse.ts';
import { noBytes } from './stage-release.ts';
import { tooManyParts } from './too-many-parts.ts';
import { tooManyTags } from './too-many-tags.ts';

export const unusableUpload =
  'package_url is not the URL of an uploaded file of this registry, or the file was already published. Upload it and use its URL.';

export function releaseRefused(
  refusal: Exclude<ReleaseRefused, { readonly outcome: 'exists' }>,
  registry: Registry,
  pkg: NewPackage,
): Failure {
  const title = titleOf(pkg);
  const where = `registry "${registry.slug}"`;
  switch (refusal.outcome) {
    case 'gone':
      return new Failure('not-found', `Registry "${registry.slug}" has been deleted.`);
    case 'upload-gone':
      return new Failure('unusable-upload', unusableUpload);
    case 'deleted-before':
      return versionDeleted(pkg, registry, refusal);
    case 'too-many-parts':
      return tooManyParts(registry, refusal.parts);
    case 'project-closed':
      return projectClosed(pkg.name, registry, refusal);
    case 'no-package':
      return unacceptable(`${title} does not exist in ${where}. Publish its package before files that belong to it.`);
    case 'incomplete':
      return unacceptable(
        `The file belongs to ${title}, which has no main file in ${where}. Publish the main file first.`,
      );
    case 'file-exists':
      return fileExists(refusal, `${title} in ${where}`);
    case 'other-main':
      return otherMain(refusal, `${title} in ${where}`);
    case 'no-bytes':
      return noBytes(registry, refusal.sha256);
    case 'no-version':
      return new Failure(
        'content-missing',
        `${title} needs version ${refusal.versionKey}, which does not exist in ${where}. Publish it first.`,
      );
    case 'too-many-tags':
      return tooManyTags(pkg);
    default:
      return tagMoved(refusal, title);
  }
}

function projectClosed(name: string, { slug }: Registry, { status, reason }: ProjectStatus): Failure {
  const why = reason === null ? '' : `: ${reason}`;
  const detail = `Project "${name}" of registry "${slug}" is ${status}, so no package can be added${why}. Make it active first.`;
  return new Failure('project-closed', detail);
}

function fileExists(
  { name, digests: { sha256, sha512 } }: Extract<ReleaseRefused, { readonly outcome: 'file-exists' }>,
  title: string,
): Failure {
  const detail = `${title} already has the file "${name}" with different bytes. Publish another version.`;
  return new Failure('package-exists', detail, { members: { url: null, digests: { sha256, sha512 } } });
}

function otherMain({ name, isNew, stated, main }: OtherMain, title: string): Failure {
  const fault = `${title} has the file "${main.name}" with the SHA-256 ${main.sha256}, but "${name}" is about ${stated}.`;
  const remedy = isNew ? `Publish the "${name}" of this file` : `Publish that file, or first another "${name}"`;
  return unacceptable(`${fault} ${remedy}.`);
}

function tagMoved({ tag, version }: Extract<ReleaseRefused, { readonly outcome: 'tag-elsewhere' }>, title: string) {
  const at = version === null ? 'does not exist' : `points to version ${version}`;
  const detail = `Tag "${tag}" ${at}, so ${title} was not published. Read the tag again, then retry.`;
  return new Failure('tag-moved', detail, { members: { tag, version } });
}

function unacceptable(detail: string): Failure {
  return new Failure('unacceptable-file', detail);
}
