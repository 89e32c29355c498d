/** The URLs that apt requests. */
import type { operations } from '../../../generated/native/debian.ts';
import description from '../../../generated/native/debian.json' with { type: 'json' };
import { folderOf, relativeTo } from '../../serving/relative-url.ts';
import { prepareUrls } from '../../serving/urls.ts';

export const aptUrls = prepareUrls<operations>(description);

const paths = aptUrls('');

/** The documents of a registry name each other only, so any registry has the same relative URLs. */
const anyRegistry = { organization: 'any', registry: 'any' };
const fromRelease = relativeTo(paths.of('getRelease', { ...anyRegistry, release: 'Release' }));

/** Returns the root of a repository: `Release` is in a folder of `dists`, which is a folder of the root. */
export function repositoryUrl(publicUrl: string, home: RegistryPath): string {
  return folderOf(aptUrls(publicUrl).of('getRelease', { ...home, release: 'Release' }), 2);
}

/** Slugs. */
interface RegistryPath {
  readonly organization: string;
  readonly registry: string;
}

/** Returns the URL of an index, relative to `Release`, which lists it. */
export function indexPath(directory: string, index: string): string {
  return fromRelease(paths.of('getIndex', { ...anyRegistry, directory, index }));
}

/** The same for packages of Debian's installer. */
export function installerIndexPath(directory: string, index: string): string {
  return fromRelease(paths.of('getInstallerIndex', { ...anyRegistry, directory, index }));
}

/** The same for a list of files. */
export function contentsPath(contents: string): string {
  return fromRelease(paths.of('getContents', { ...anyRegistry, contents }));
}

/** The folder of the lists of files, relative to `Release`. */
export const contentsFolder = folderOf(contentsPath('any'));
