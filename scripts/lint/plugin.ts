/** Our own rules for descriptions, as a plugin of Redocly: `redocly.yaml` loads it and makes each of them an error. */
import type { Rule } from './rule.ts';
import { exampleIdsAgree } from './rules/example-ids-agree.ts';
import { exampleSetsAgree } from './rules/example-sets-agree.ts';
import { exampleUrlsAgree } from './rules/example-urls-agree.ts';
import { formsReadAlike } from './rules/forms-read-alike.ts';
import { objectsSayWhatMore } from './rules/objects-say-what-more.ts';
import { operationIdsSayWhat } from './rules/operation-ids-say-what.ts';
import { operationsDeclareAccess } from './rules/operations-declare-access.ts';
import { operationsDescribeStatuses } from './rules/operations-describe-statuses.ts';
import { partsAreDescribed } from './rules/parts-are-described.ts';
import { partsHaveExamples } from './rules/parts-have-examples.ts';
import { preconditionsComeTogether } from './rules/preconditions-come-together.ts';
import { problemsHelp } from './rules/problems-help.ts';
import { valuesAreBounded } from './rules/values-are-bounded.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'example-ids-agree': exampleIdsAgree,
  'example-sets-agree': exampleSetsAgree,
  'example-urls-agree': exampleUrlsAgree,
  'forms-read-alike': formsReadAlike,
  'objects-say-what-more': objectsSayWhatMore,
  'operation-ids-say-what': operationIdsSayWhat,
  'operations-declare-access': operationsDeclareAccess,
  'operations-describe-statuses': operationsDescribeStatuses,
  'parts-are-described': partsAreDescribed,
  'parts-have-examples': partsHaveExamples,
  'preconditions-come-together': preconditionsComeTogether,
  'problems-help': problemsHelp,
  'values-are-bounded': valuesAreBounded,
};

// Redocly takes a plugin as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default function larder(): object {
  return { id: 'larder', rules: { oas3: rules } };
}
