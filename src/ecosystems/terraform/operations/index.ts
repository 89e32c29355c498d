import { archives } from './archives.ts';
import { modules } from './modules.ts';
import type { TerraformOperations } from './operation.ts';
import { providers } from './providers.ts';

export const operations: TerraformOperations = { ...modules, ...providers, ...archives };
