/** The URLs that dnf and zypper request. */
import type { operations } from '../../../generated/native/redhat.ts';
import description from '../../../generated/native/redhat.json' with { type: 'json' };
import { folderOf, relativeTo } from '../../serving/relative-url.ts';
import { prepareUrls } from '../../serving/urls.ts';

export const rpmUrls = prepareUrls<operations>(description);

const paths = rpmUrls('');

/** The documents of a registry name each other only, so any registry has the same relative URLs. */
const any = { organization: 'any', registry: 'any', basearch: 'any' };

/** URLs in the lists are relative to the URL of the repository, so that mirrors can have them unchanged. */
const repository = folderOf(paths.of('getRepodata', { ...any, list: 'any' }), 1);
const fromRepository = relativeTo(repository);

export function listUrl(list: string): string {
  return fromRepository(paths.of('getRepodata', { ...any, list }));
}

/** Names of packages need no encoding. createrepo_c writes none either, and dnf saves files under the name in the URL. */
export function packageUrl(file: string): string {
  return decodeURIComponent(fromRepository(paths.of('getRpm', { ...any, file })));
}

/** Returns the URL of the repository, in which clients replace `$basearch`. */
export function repositoryUrl(
  publicUrl: string,
  home: { readonly organization: string; readonly registry: string },
): string {
  const basearch = 'basearch';
  const repodata = rpmUrls(publicUrl).of('getRepodata', { ...home, basearch, list: 'repomd.xml' });
  const [folder = ''] = folderOf(repodata, 1).split(/\/$/);
  return `${folder.slice(0, -basearch.length)}$basearch`;
}
