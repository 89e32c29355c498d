/** Versions of modules and providers: Semantic Versions without build metadata. */
import parse from 'semver/functions/parse.js';
import { quoted } from '../../formats/quoted.ts';

/** Returns why a version is invalid; undefined if it is valid. */
export function versionFault(version: string): string | undefined {
  // The library also accepts "v1.2.3", which is not a Semantic Version.
  const parsed = /^\d/.test(version) ? parse(version) : null;
  if (parsed === null) return `has the version ${quoted(version)}, which is not a Semantic Version 2.0.0`;
  // Terraform ignores it, so two versions that differ only there would be one.
  if (parsed.build.length > 0)
    return `has the version ${quoted(version)}, but versions of Terraform have no build metadata`;
  return undefined;
}
