import type { operations as described, parameterDefaults } from '../../../generated/native/oci.ts';
import type { HeadChecks, Operations } from '../../contract/operation.ts';
import type { LarderEnv } from '../../serving/env.ts';

export type OciOperations = Operations<described, parameterDefaults, LarderEnv>;

export type OciHeadChecks = HeadChecks<described, parameterDefaults, LarderEnv>;
