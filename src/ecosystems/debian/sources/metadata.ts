/** The metadata of a source package in the REST API. */
import { objectOf, textOf } from '../../../formats/json-values.ts';
import type { JsonObject } from '../../../model/values.ts';
import { foldedMetadata } from '../control-metadata.ts';
import type { SourceControl } from './control.ts';

const FIELDS = [
  'Format',
  'Architecture',
  'Binary',
  'Maintainer',
  'Uploaders',
  'Standards-Version',
  'Section',
  'Priority',
  'Homepage',
  'Vcs-Browser',
  'Vcs-Git',
  'Testsuite',
  'Build-Depends',
  'Build-Depends-Indep',
  'Build-Depends-Arch',
  'Build-Conflicts',
  'Build-Conflicts-Indep',
  'Build-Conflicts-Arch',
] as const;

/**
 * Returns the useful fields of a `.dsc`, named in snake_case, as one-line strings, and `files`: name, size and SHA-256 of
 * the files that the source needs.
 */
export function sourceMetadata({ fields, files }: SourceControl): JsonObject {
  return {
    ...foldedMetadata(fields, FIELDS),
    files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  };
}

/** Returns the SHA-256 of a file that a source needs, from its metadata; undefined if it has no such file. */
export function digestOfNeeded(metadata: JsonObject, name: string): string | undefined {
  const { files } = metadata;
  const found = Array.isArray(files) ? files.map(objectOf).find((file) => file['name'] === name) : undefined;
  return textOf(found?.['sha256']);
}
