/** Tags are shown in lists, one per line, and are part of URLs. Each ecosystem has its own rules in addition. */
import { longest } from '../model/limits.ts';
import type { Ecosystem } from './ecosystem.ts';

/** Returns a sentence that explains why a tag is invalid; undefined if it is valid. */
export function tagRefusal({ tags }: Pick<Ecosystem, 'tags'>, tag: string): string | undefined {
  if (tag.length > longest.tag) return `A tag has ${tag.length} characters; the maximum is ${longest.tag}.`;
  if (tag === '' || /[\p{Cc}\ufffd]/u.test(tag) || !tag.isWellFormed())
    return 'A tag is empty or has invalid characters, such as a line break. Choose another tag.';
  const rule = tags.refusal(tag);
  return rule === undefined ? undefined : `The tag "${tag}" is invalid: it ${rule}.`;
}
