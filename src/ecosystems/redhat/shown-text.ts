/** Texts of headers, as clients and people read them. */
import { forbiddenInXml, withoutForbidden } from '../../formats/xml-text.ts';
import { quoted } from '../../formats/quoted.ts';
import type { RpmHeader } from '../../formats/rpm-header.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** Returns the first string of a tag for people, without characters that XML cannot contain; '' if there is none. */
export async function shownText(header: RpmHeader, tag: number): Promise<string> {
  const [text = ''] = await header.strings(tag);
  return withoutForbidden(text);
}

/** Throws `UnacceptableFile` if the lists cannot contain a text that clients must read unchanged. */
export function checkListable(what: string, text: string): void {
  const forbidden = forbiddenInXml(text);
  if (forbidden === undefined) return;
  throw new UnacceptableFile(
    `The package has the ${what} ${quoted(text)} with the character ${quoted(forbidden)}, which the lists for dnf and zypper cannot contain. Remove it.`,
  );
}
