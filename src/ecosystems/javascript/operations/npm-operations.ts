/** The types of all operations for npm. Each file of this folder implements some. */
import type { operations, parameterDefaults } from '../../../../generated/native/javascript.ts';
import type { Operations } from '../../../contract/operation.ts';
import type { LarderEnv } from '../../../serving/env.ts';

export type NpmOperations = Operations<operations, parameterDefaults, LarderEnv>;
