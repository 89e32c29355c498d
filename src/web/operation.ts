/** The implementation of one page. */
import type { operations, parameterDefaults } from '../../generated/pages.ts';
import type { Operations } from '../contract/operation.ts';
import type { LarderSurroundings } from '../serving/env.ts';

export type PageOperations = Operations<operations, parameterDefaults, LarderSurroundings>;

export type PageOperation<Id extends keyof operations> = PageOperations[Id];
