/** The recipes of all ecosystems. */
import type { EcosystemId } from '../../src/model/values.ts';
import { alpine } from './alpine/recipe.ts';
import { debian } from './debian/recipe.ts';
import { files } from './files/recipe.ts';
import { helm } from './helm/recipe.ts';
import { charts } from './helm_oci/recipe.ts';
import { javascript } from './javascript/recipe.ts';
import { oci } from './oci/recipe.ts';
import { python } from './python/recipe.ts';
import { redhat } from './redhat/recipe.ts';
import type { Recipe } from './recipe.ts';
import { terraform } from './terraform/recipe.ts';
import { throwaway } from './throwaway/recipes.ts';

const builtIn: Readonly<Record<EcosystemId, Recipe>> = {
  alpine,
  debian,
  files,
  helm,
  helm_oci: charts,
  javascript,
  oci,
  python,
  redhat,
  terraform,
};

export const recipes: readonly Recipe[] = [...Object.values(builtIn), ...throwaway];
