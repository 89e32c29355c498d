/** Patterns in English texts that `style` in CONTRIBUTING.md excludes, each with the words to use instead. */

export interface ProseRule {
  readonly pattern: RegExp;
  /** The words to use instead, and the reason. */
  readonly better: string;
}

const noPeople = 'Code is not a person.';
const noClauses = 'A noun is easier to read than a clause.';

export const proseRules: readonly ProseRule[] = [
  { pattern: /\banswer(s|ed|ing)?\b/i, better: 'response, reply, responds, returns: the words of HTTP and functions.' },
  {
    pattern: /\bask(s|ed|ing)?\b(?! (the|your|its) (operator|administrator))/i,
    better: 'request, call, query, prompt: the words of HTTP and SQL.',
  },
  { pattern: /\b(say|says|said|saying|tell|tells|told)\b/i, better: `specify, contain, return, report. ${noPeople}` },
  {
    pattern: /\b(knows|knew|hear|hears|heard|judge|judges|judged|lend|lends|lent)\b/i,
    better: `check, read. ${noPeople}`,
  },
  { pattern: /\brefus(e|es|ed|ing|al|als)\b/i, better: 'reject, rejection, failure: one word for one thing.' },
  { pattern: /\b(nobody|somebody|everybody|anybody|strangers?)\b/i, better: 'caller, client, user, anonymous.' },
  { pattern: /\b(whoever|whatever|whichever|whomever)\b/i, better: `the caller, any. ${noClauses}` },
  { pattern: /\b(that which|(?<!people )who (is|was|has|may|wants|asks|sends|gets)\b)/i, better: noClauses },
  {
    pattern: /\bwhat (is|was|are|were|has|had|comes|came|follows|lies|stands)\b(?! wrong\b)/i,
    better: noClauses,
  },
  { pattern: /\b(that|which) (is|are|was|were) there\b/i, better: 'existing.' },
  {
    pattern: /(?<!\bthere )\b(is|are|was|were) (none\b|no (?!longer\b|more\b|older\b|newer\b))/i,
    better: 'is not a, is missing.',
  },
  { pattern: /\bat once\b/i, better: 'immediately, together or concurrently: "at once" means all three.' },
  { pattern: /\bany more\b/i, better: 'no longer.' },
  { pattern: /\b(anew|mend|mends|mended|likewise|thereof)\b/i, better: 'again, fix, also.' },
  { pattern: /\ball the same\b/i, better: 'nevertheless, or a split sentence.' },
  { pattern: /\b(for good|for life)\b/i, better: 'permanently.' },
  { pattern: /\b(lies|lie|lay) (at|in|on|below|behind|beside|there)\b/i, better: 'is, is stored.' },
];

/** Patterns at the beginning of a docstring. */
export const docstringRules: readonly ProseRule[] = [
  { pattern: /^Of\b/, better: 'a noun: "The number of ...".' },
  {
    pattern: /^(Gives (a function|the)|Answers|Tells|Says|Hears|Makes sure)\b/,
    better: 'Returns, Throws, Checks, Writes.',
  },
  { pattern: /^So (many|much|few)\b/, better: 'The number of, The maximum.' },
];
