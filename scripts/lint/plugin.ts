/** Our own rules for descriptions, as a plugin of Redocly: `redocly.yaml` loads it and makes each of them an error. */
import type { Rule } from './rule.ts';
import { arraysStandAlone } from './rules/arrays-stand-alone.ts';
import { booleansAreBoth } from './rules/booleans-are-both.ts';
import { choicesStandAlone } from './rules/choices-stand-alone.ts';
import { componentsAreNotBuiltIn } from './rules/components-are-not-built-in.ts';
import { exampleIdsAgree } from './rules/example-ids-agree.ts';
import { exampleSetsAgree } from './rules/example-sets-agree.ts';
import { exampleUrlsAgree } from './rules/example-urls-agree.ts';
import { formsReadAlike } from './rules/forms-read-alike.ts';
import { inputsAreNotConstructors } from './rules/inputs-are-not-constructors.ts';
import { linksLeadOn } from './rules/links-lead-on.ts';
import { listedAlternativesAreDescribed } from './rules/listed-alternatives-are-described.ts';
import { objectsAreNotConstants } from './rules/objects-are-not-constants.ts';
import { objectsSayWhatMore } from './rules/objects-say-what-more.ts';
import { operationIdsSayWhat } from './rules/operation-ids-say-what.ts';
import { operationsDeclareAccess } from './rules/operations-declare-access.ts';
import { operationsDescribeStatuses } from './rules/operations-describe-statuses.ts';
import { parameterNamesDiffer } from './rules/parameter-names-differ.ts';
import { partsAreDescribed } from './rules/parts-are-described.ts';
import { partsHaveExamples } from './rules/parts-have-examples.ts';
import { preconditionsComeTogether } from './rules/preconditions-come-together.ts';
import { patternsAreAnchored } from './rules/patterns-are-anchored.ts';
import { problemsHelp } from './rules/problems-help.ts';
import { requiredPropertiesAreDescribed } from './rules/required-properties-are-described.ts';
import { valuesAreBounded } from './rules/values-are-bounded.ts';
import { yamlIsPlain } from './rules/yaml-is-plain.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'arrays-stand-alone': arraysStandAlone,
  'booleans-are-both': booleansAreBoth,
  'choices-stand-alone': choicesStandAlone,
  'components-are-not-built-in': componentsAreNotBuiltIn,
  'example-ids-agree': exampleIdsAgree,
  'example-sets-agree': exampleSetsAgree,
  'example-urls-agree': exampleUrlsAgree,
  'forms-read-alike': formsReadAlike,
  'inputs-are-not-constructors': inputsAreNotConstructors,
  'links-lead-on': linksLeadOn,
  'listed-alternatives-are-described': listedAlternativesAreDescribed,
  'objects-are-not-constants': objectsAreNotConstants,
  'objects-say-what-more': objectsSayWhatMore,
  'operation-ids-say-what': operationIdsSayWhat,
  'operations-declare-access': operationsDeclareAccess,
  'operations-describe-statuses': operationsDescribeStatuses,
  'parameter-names-differ': parameterNamesDiffer,
  'parts-are-described': partsAreDescribed,
  'parts-have-examples': partsHaveExamples,
  'preconditions-come-together': preconditionsComeTogether,
  'patterns-are-anchored': patternsAreAnchored,
  'problems-help': problemsHelp,
  'required-properties-are-described': requiredPropertiesAreDescribed,
  'values-are-bounded': valuesAreBounded,
  'yaml-is-plain': yamlIsPlain,
};

// Redocly takes a plugin as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default function larder(): object {
  return { id: 'larder', rules: { oas3: rules } };
}
