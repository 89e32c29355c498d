import type { Recipe } from '../recipe.ts';
import { commits } from './commits/recipe.ts';
import { bundles, manifests } from './manifests/recipe.ts';
import { overview } from './overview/recipe.ts';
import { sets } from './sets/recipe.ts';

export const throwaway: readonly Recipe[] = [bundles, commits, manifests, overview, sets];
