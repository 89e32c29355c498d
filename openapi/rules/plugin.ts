/**
 * The project's rules for descriptions, as a plugin of Redocly. `redocly.yaml` loads it and makes each of them an
 * error.
 */
import type { Rule } from './rule.ts';
import { arraysStandAlone } from './arrays-stand-alone.ts';
import { booleansAreBoth } from './booleans-are-both.ts';
import { choicesStandAlone } from './choices-stand-alone.ts';
import { componentsAreNotBuiltIn } from './components-are-not-built-in.ts';
import { conditionalScopesAreDeclared } from './conditional-scopes-are-declared.ts';
import { credentialsAreReadable } from './credentials-are-readable.ts';
import { exampleIdsAgree } from './example-ids-agree.ts';
import { exampleSetsAgree } from './example-sets-agree.ts';
import { exampleUrlsAgree } from './example-urls-agree.ts';
import { expandExampleSets } from './expand-example-sets.ts';
import { formsReadAlike } from './forms-read-alike.ts';
import { inputsAreNotConstructors } from './inputs-are-not-constructors.ts';
import { linksLeadOn } from './links-lead-on.ts';
import { listedAlternativesAreDescribed } from './listed-alternatives-are-described.ts';
import { objectsAreNotConstants } from './objects-are-not-constants.ts';
import { objectsSayWhatMore } from './objects-say-what-more.ts';
import { operationIdsSayWhat } from './operation-ids-say-what.ts';
import { operationsDeclareAccess } from './operations-declare-access.ts';
import { operationsDescribeStatuses } from './operations-describe-statuses.ts';
import { operationsSucceed } from './operations-succeed.ts';
import { parameterNamesDiffer } from './parameter-names-differ.ts';
import { pathsTellApart } from './paths-tell-apart.ts';
import { partsAreDescribed } from './parts-are-described.ts';
import { partsHaveExamples } from './parts-have-examples.ts';
import { preconditionsComeTogether } from './preconditions-come-together.ts';
import { propertiesAreNotMethods } from './properties-are-not-methods.ts';
import { patternsAreAnchored } from './patterns-are-anchored.ts';
import { parametersResolveWhatPathsName } from './parameters-resolve-what-paths-name.ts';
import { problemsHelp } from './problems-help.ts';
import { requiredPropertiesAreDescribed } from './required-properties-are-described.ts';
import { urlsEndWithoutSlash } from './urls-end-without-slash.ts';
import { valuesAreBounded } from './values-are-bounded.ts';
import { yamlIsPlain } from './yaml-is-plain.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'arrays-stand-alone': arraysStandAlone,
  'booleans-are-both': booleansAreBoth,
  'choices-stand-alone': choicesStandAlone,
  'components-are-not-built-in': componentsAreNotBuiltIn,
  'conditional-scopes-are-declared': conditionalScopesAreDeclared,
  'credentials-are-readable': credentialsAreReadable,
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
  'operations-succeed': operationsSucceed,
  'parameter-names-differ': parameterNamesDiffer,
  'parameters-resolve-what-paths-name': parametersResolveWhatPathsName,
  'parts-are-described': partsAreDescribed,
  'parts-have-examples': partsHaveExamples,
  'paths-tell-apart': pathsTellApart,
  'preconditions-come-together': preconditionsComeTogether,
  'properties-are-not-methods': propertiesAreNotMethods,
  'patterns-are-anchored': patternsAreAnchored,
  'problems-help': problemsHelp,
  'required-properties-are-described': requiredPropertiesAreDescribed,
  'urls-end-without-slash': urlsEndWithoutSlash,
  'values-are-bounded': valuesAreBounded,
  'yaml-is-plain': yamlIsPlain,
};

/** Preprocessors run before the rules, and when descriptions are bundled. */
const preprocessors: Readonly<Record<string, Rule>> = { 'expand-example-sets': expandExampleSets };

// Redocly takes a plugin as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default function larder(): object {
  return { id: 'larder', rules: { oas3: rules }, preprocessors: { oas3: preprocessors } };
}
