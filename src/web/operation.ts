/** The implementation of one page. */
import type { operations, parameterDefaults } from '../../generated/pages.ts';
import type { Operations } from '../contract/operation.ts';
import type { LarderEnv } from '../serving/env.ts';

export type PageOperations = Operations<operations, parameterDefaults, LarderEnv>;

export type PageOperation<Id extends keyof operations> = PageOperations[Id];
