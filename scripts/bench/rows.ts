/** All rows, in the order of the table. */
import type { Row } from './row.ts';
import { aptIndex } from './rows/apt-index.ts';
import { download } from './rows/download.ts';
import { glue } from './rows/glue.ts';
import { longList } from './rows/long-list.ts';
import { manyOperations } from './rows/many-operations.ts';
import { memoryGrowth } from './rows/memory.ts';
import { publish } from './rows/publish.ts';
import { reads } from './rows/reads.ts';
import { slowestRequest } from './rows/slowest-request.ts';
import { smallDebs } from './rows/small-debs.ts';
import { startUp } from './rows/start.ts';

export const rows: readonly Row[] = [
  glue,
  manyOperations,
  reads,
  publish,
  smallDebs,
  download,
  longList,
  aptIndex,
  slowestRequest,
  memoryGrowth,
  startUp,
];
