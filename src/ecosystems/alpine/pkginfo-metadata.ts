/** The metadata of a package in the REST API. */
import type { JsonValue } from '../../model/values.ts';
import { dependenciesIn } from './dependencies.ts';
import type { PkgInfo } from './pkginfo.ts';

const LONGEST_TEXT = 4096;

/** The names of keys in the metadata. */
const TEXTS = {
  arch: 'architecture',
  url: 'url',
  license: 'license',
  origin: 'origin',
  maintainer: 'maintainer',
  packager: 'packager',
  commit: 'commit',
} as const;

const LISTS = { depend: 'depends', provides: 'provides', install_if: 'install_if', replaces: 'replaces' } as const;

const NUMBERS = { size: 'installed_size', builddate: 'build_date', provider_priority: 'provider_priority' } as const;

/**
 * Returns the useful fields, if the package has them: `description` as text with line breaks; the texts `architecture`,
 * `url`, `license`, `origin`, `maintainer`, `packager` and `commit`; `depends`, `provides`, `install_if` and `replaces` as
 * texts of items between blanks; and as numbers `installed_size` in bytes, `build_date` in seconds since 1970 and
 * `provider_priority`. A text of more than 4,096 characters is cut and ends with "…".
 */
export function pkgInfoMetadata(info: PkgInfo): Readonly<Record<string, JsonValue>> {
  const metadata: Record<string, JsonValue> = {};
  const description = [info.one('pkgdesc') ?? '', ...info.moreDescription].join('\n').trim();
  if (description !== '') metadata['description'] = cut(description);
  for (const [key, name] of Object.entries(TEXTS)) {
    const value = info.one(key);
    if (value !== undefined) metadata[name] = cut(value);
  }
  for (const [key, name] of Object.entries(LISTS)) {
    const items = dependenciesIn(info.all(key));
    if (items.length > 0) metadata[name] = cut(items.join(' '));
  }
  for (const [key, name] of Object.entries(NUMBERS)) {
    const value = info.one(key);
    if (value !== undefined && /^\d{1,15}$/.test(value)) metadata[name] = Number(value);
  }
  return metadata;
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
