/** The configuration of a repository for apt (sources.list(5), section "Deb822-style format"). */
import { armouredKeys } from '../../formats/openpgp-armour.ts';
import { repositoryUrl } from './urls.ts';

export interface SourcesHome {
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  /** In ASCII armour. */
  readonly publicKeys: readonly string[];
}

/** The keys are in the file, so that it is all that a machine needs for a public registry. */
export function sourcesFile({ publicUrl, publicKeys, ...home }: SourcesHome): string {
  const fields = [
    'Types: deb deb-src',
    `URIs: ${repositoryUrl(publicUrl, home)}`,
    'Suites: any',
    'Components: main',
    'Signed-By:',
    ...armouredKeys(publicKeys).trimEnd().split('\n').map(continued),
  ];
  return `${fields.join('\n')}\n`;
}

export function sourcesFileName(registry: string): string {
  return `${registry}.sources`;
}

/** deb822(5): a line of a value begins with a space, and an empty one is a full stop. */
function continued(line: string): string {
  return line === '' ? ' .' : ` ${line}`;
}
