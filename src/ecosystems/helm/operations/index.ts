import type { ChartOperations } from './chart-operations.ts';
import { charts } from './charts.ts';
import { publishing } from './publishing.ts';
import { repository } from './repository.ts';

export const operations: ChartOperations = { ...charts, ...publishing, ...repository };
