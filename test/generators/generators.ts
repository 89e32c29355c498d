/** All generators, in the order in which they run. `tools/` has their versions. */
import type { Generator } from './generator.ts';
import { goGenerators } from './languages/go.ts';
import { javaGenerators } from './languages/java.ts';
import { pythonGenerators } from './languages/python.ts';
import { typescriptGenerators } from './languages/typescript.ts';

export const generators: readonly Generator[] = [
  ...typescriptGenerators,
  ...pythonGenerators,
  ...goGenerators,
  ...javaGenerators,
];
