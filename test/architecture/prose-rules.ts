/** Patterns in English texts that the style in CONTRIBUTING.md excludes, each with the words to use instead. */

export interface ProseRule {
  readonly pattern: RegExp;
  /** The words to use instead, and the reason. */
  readonly better: string;
  /** A sentence with the pattern, and the same in better words. */
  readonly wrong: string;
  readonly right: string;
}

const noPeople = 'Code is not a person.';
const noClauses = 'A noun is easier to read than a clause.';

export const proseRules: readonly ProseRule[] = [
  {
    pattern: /\banswer(s|ed|ing)?\b/i,
    better: 'response, reply, responds or returns: the words of HTTP and functions.',
    wrong: 'The server answers 404.',
    right: 'The server responds with 404.',
  },
  {
    pattern: /\bask(s|ed|ing)?\b(?! (the|your|its) (operator|administrator))/i,
    better: 'request, call, query or prompt: the words of HTTP and SQL.',
    wrong: 'Asks the server for its version.',
    right: 'Requests the version, or ask the operator to set it.',
  },
  {
    pattern: /\b(say|says|said|saying|tell|tells|told)\b/i,
    better: `specify, contain, return or report. ${noPeople}`,
    wrong: 'The policy says which tokens match.',
    right: 'The policy specifies which tokens match.',
  },
  {
    pattern: /\b(knows|knew|hear|hears|heard|judge|judges|judged|lend|lends|lent)\b/i,
    better: `check, read, or "is called with". ${noPeople}`,
    wrong: 'The router knows all paths.',
    right: 'The router has all known paths.',
  },
  {
    pattern: /\brefus(e|es|ed|ing|al|als)\b/i,
    better: 'reject, rejection or failure: one word for one thing.',
    wrong: 'The upload is refused.',
    right: 'The upload is rejected.',
  },
  {
    pattern: /\b(nobody|somebody|everybody|anybody|strangers?)\b/i,
    better: 'caller, client, user or anonymous.',
    wrong: 'Strangers cannot read the file.',
    right: 'Only the user can read the file.',
  },
  {
    pattern: /\b(whoever|whatever|whichever|whomever)\b/i,
    better: `the caller, any, or "regardless of". ${noClauses}`,
    wrong: 'Whoever holds the form may send it.',
    right: 'Anyone with the form can send it.',
  },
  {
    pattern: /\b(that which|(?<!people )who (is|was|has|may|wants|sends|gets)\b)/i,
    better: `a noun. ${noClauses}`,
    wrong: 'Rejects who has no token.',
    right: 'Rejects callers without a token.',
  },
  {
    pattern: /\bwhat (is|was|are|were|has|had|comes|came|follows|lies|stands)\b(?! wrong\b)/i,
    better: `a noun. ${noClauses}`,
    wrong: 'Removes what is no longer needed.',
    right: 'Removes unneeded files. The message explains what is wrong.',
  },
  {
    pattern: /\b(that|which) (is|are|was|were) there\b/i,
    better: 'existing.',
    wrong: 'The package that is there stays.',
    right: 'The existing package is not replaced.',
  },
  {
    pattern: /(?<!\bthere )\b(is|are|was|were) (none\b|no (?!longer\b|more\b|older\b|newer\b))/i,
    better: '"is not a" or "is missing".',
    wrong: 'That is no token.',
    right: 'That is not a token, or there is no token, or it is no longer valid.',
  },
  {
    pattern: /\bat once\b/i,
    better: 'immediately, together or concurrently, which are different things.',
    wrong: 'Stops at once.',
    right: 'Stops immediately.',
  },
  {
    pattern: /\bany more\b/i,
    better: 'no longer.',
    wrong: 'It does not work any more.',
    right: 'It no longer works.',
  },
  {
    pattern: /\b(anew|mend|mends|mended)\b/i,
    better: 'again, or fix.',
    wrong: 'Mend the policy.',
    right: 'Fix the policy.',
  },
  {
    pattern: /\ball the same\b/i,
    better: 'nevertheless, or two sentences.',
    wrong: 'It may be published all the same.',
    right: 'It may be published nevertheless.',
  },
  {
    pattern: /\b(for good|for life)\b/i,
    better: 'permanently.',
    wrong: 'Deletes the registry for good.',
    right: 'Deletes the registry permanently.',
  },
  {
    pattern: /\b(lies|lie|lay) (at|in|on|below|behind|beside)\b/i,
    better: '"is" or "is stored".',
    wrong: 'The blob lies at a location.',
    right: 'The blob is stored at a location.',
  },
];

/** Patterns at the beginning of a docstring. */
export const docstringRules: readonly ProseRule[] = [
  {
    pattern: /^Of\b/,
    better: 'a noun.',
    wrong: 'Of the access token.',
    right: 'The id of the access token.',
  },
  {
    pattern: /^(Gives (a function|the)\b|Hears\b|Makes sure\b)/,
    better: 'Returns, Throws, Checks or Writes.',
    wrong: 'Gives a function that returns the caller.',
    right: 'Returns a function that returns the caller.',
  },
  {
    pattern: /^So (many|much|few)\b/,
    better: '"The number of" or "The maximum".',
    wrong: 'So many registries are on a page.',
    right: 'The number of registries per page.',
  },
];
