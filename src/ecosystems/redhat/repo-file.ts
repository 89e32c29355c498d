/** The configuration of a repository for dnf, yum and zypper (dnf.conf(5), section "Repo options"). */
import { signingKeyUrls } from '../../serving/signing-keys.ts';
import { repositoryUrl } from './urls.ts';

export interface RepoHome {
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
}

/** The section is the last one of the file, so that lines with credentials can be appended. */
export function repoFile({ publicUrl, organization, registry }: RepoHome): string {
  const lines = [
    `[${registry}]`,
    `name=${organization}/${registry}`,
    `baseurl=${repositoryUrl(publicUrl, { organization, registry })}`,
    'enabled=1',
    // The lists are signed, and have the digests of all packages, so packages need no signatures of their own.
    'repo_gpgcheck=1',
    'gpgcheck=0',
    `gpgkey=${signingKeyUrls(publicUrl).of('getSigningKey', { organization, registry })}`,
  ];
  return `${lines.join('\n')}\n`;
}

export function repoFileName(registry: string): string {
  return `${registry}.repo`;
}
