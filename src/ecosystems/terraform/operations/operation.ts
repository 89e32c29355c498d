import type { operations as described, parameterDefaults } from '../../../../generated/native/terraform.ts';
import type { Operations } from '../../../contract/operation.ts';
import type { LarderEnv } from '../../../serving/env.ts';

export type TerraformOperations = Operations<described, parameterDefaults, LarderEnv>;
