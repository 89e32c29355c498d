import validRange from 'semver/ranges/valid.js';
import { usualTags, type TagRules } from '../../registry/ecosystem.ts';

/** Clients interpret `demo@1.x` as a range of versions, also if there is a tag with that name. */
export const npmTags: TagRules = {
  refusal: (tag) => usualTags.refusal(tag) ?? (validRange(tag) === null ? undefined : 'is a range of versions'),
};
