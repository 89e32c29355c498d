import type { OciOperations } from '../operation.ts';
import { blobs } from './blobs.ts';
import { manifests } from './manifests.ts';
import { referrers } from './referrers.ts';
import { registry } from './registry.ts';
import { tokens } from './tokens.ts';
import { uploads } from './uploads.ts';

export { headChecks } from './uploads.ts';

export const operations: OciOperations = { ...blobs, ...manifests, ...referrers, ...registry, ...tokens, ...uploads };
