/** The types of all operations for helm. Each file of this folder implements some. */
import type { operations, parameterDefaults } from '../../../../generated/native/helm.ts';
import type { Operations } from '../../../contract/operation.ts';
import type { LarderEnv } from '../../../serving/env.ts';

export type ChartOperations = Operations<operations, parameterDefaults, LarderEnv>;
