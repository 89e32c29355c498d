/** The latest changes of a package, as its packager describes them. */
import { MalformedFile } from '../../formats/malformed-file.ts';
import type { RpmHeader } from '../../formats/rpm-header.ts';
import { withoutForbidden } from '../../formats/xml-text.ts';
import { TAG } from './tags.ts';

export interface Change {
  readonly author: string;
  /** In seconds since 1970. */
  readonly date: number;
  readonly text: string;
}

/** createrepo_c's default. */
const MOST_CHANGES = 10;

/**
 * Returns the latest ten changes, oldest first. Those of one time are a second apart, because clients order them by time.
 * Throws `MalformedFile` if the lists of the header have different lengths.
 */
export async function readChanges(header: RpmHeader): Promise<readonly Change[]> {
  const times = await header.integers(TAG.changelogTime);
  const authors = await header.strings(TAG.changelogName);
  const texts = await header.strings(TAG.changelogText);
  if (authors.length !== times.length || texts.length !== times.length)
    throw new MalformedFile(
      `The RPM header has ${times.length} times, ${authors.length} authors and ${texts.length} texts of changes.`,
    );
  const changes: Change[] = [];
  for (let n = Math.min(times.length, MOST_CHANGES) - 1; n >= 0; n -= 1) {
    const time = times[n] ?? 0;
    const before = changes.at(-1);
    const isTaken = before !== undefined && (times[n + 1] === time || before.date === time);
    changes.push({
      author: withoutForbidden(authors[n] ?? ''),
      date: isTaken ? before.date + 1 : time,
      text: withoutForbidden(texts[n] ?? ''),
    });
  }
  return changes;
}
