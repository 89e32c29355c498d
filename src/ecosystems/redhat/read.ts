/** Reads the release in an RPM package: its headers, not its payload. */
import { open } from 'node:fs/promises';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { readRpmFile } from '../../formats/rpm-file.ts';
import { onlyFile, singleFile, type Incoming, type LocalFile, type Release } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { baseOf } from './architectures.ts';
import { readChanges } from './changelogs.ts';
import { readDependencies } from './dependencies.ts';
import { evrText } from './evr.ts';
import { canonicalFileName, readIdentity } from './identity.ts';
import type { ListedPackage } from './listed-package.ts';
import { readDetails, type Details } from './package-details.ts';
import { packageEntry } from './package-entry.ts';
import { readFiles } from './package-files.ts';
import { packageMetadata } from './package-metadata.ts';

/**
 * Returns the release in an RPM package of any name: the file gets its usual name, which is its URL. `variant` is the
 * architecture, and the part of the entry the base of the architecture. Throws `UnacceptableFile` if the file is not a
 * valid package.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  const pkg = await readPackage(file);
  const { identity, details } = pkg;
  return {
    ...singleFile,
    name: identity.name,
    version: evrText(identity),
    variant: identity.architecture,
    metadata: packageMetadata(identity.architecture, details),
    files: [{ name: canonicalFileName(identity), role: 'main', mediaType: null, bytes: file }],
    notice: moduleNotice(details),
    entries: [{ part: baseOf(identity.architecture), text: packageEntry(pkg) }],
  };
}

/** dnf's fail-safe for modules: it needs their metadata, which this registry does not have. */
function moduleNotice({ module }: Details): string | null {
  if (module === '') return null;
  return `dnf does not install this package, because it belongs to the module ${quoted(module)}, and the registry has no metadata of modules. Build it without a modularity label.`;
}

async function readPackage(file: LocalFile): Promise<ListedPackage> {
  await using handle = await open(file.path, 'r');
  try {
    const rpm = await readRpmFile(handle, file.size);
    const files = await readFiles(rpm.main);
    return {
      identity: await readIdentity(rpm.main),
      details: await readDetails(rpm),
      dependencies: await readDependencies(rpm.main, files),
      files,
      changes: await readChanges(rpm.main),
      header: rpm.main,
      file,
    };
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}
