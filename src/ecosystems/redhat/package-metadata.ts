/** The metadata of a package in the REST API. */
import type { JsonValue } from '../../model/values.ts';
import type { Details } from './package-details.ts';

const LONGEST_TEXT = 4096;

/**
 * Returns `architecture`, `installed_size` in bytes, and, if the package has them, `summary`, `description`, `license`,
 * `url`, `packager`, `vendor`, `group` and `source_rpm`. A text of more than 4,096 characters is cut and ends with "…".
 */
export function packageMetadata(architecture: string, details: Details): Readonly<Record<string, JsonValue>> {
  const texts = {
    summary: details.summary,
    description: details.description,
    license: details.license,
    url: details.url,
    packager: details.packager,
    vendor: details.vendor,
    group: details.group,
    source_rpm: details.sourceRpm,
  };
  const given = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    architecture,
    ...Object.fromEntries(given.map(([name, text]) => [name, cut(text)])),
    installed_size: details.installedSize,
  };
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
