/** All rows, in the order of the table. */
import type { Row } from './row.ts';
import { aptIndex } from './rows/apt-index.ts';
import { burst } from './rows/burst.ts';
import { chartIndex, manyCharts } from './rows/chart-index.ts';
import { download } from './rows/download.ts';
import { glue, manyOperations } from './rows/glue.ts';
import { images } from './rows/images.ts';
import { manyApks, manyDebs, manyNames, manyRpms } from './rows/large-registries.ts';
import { memory } from './rows/memory.ts';
import { npm } from './rows/npm.ts';
import { pages } from './rows/pages.ts';
import { publishLarge } from './rows/publish.ts';
import { reads } from './rows/reads.ts';
import { rpmIndex } from './rows/rpm-index.ts';
import { search } from './rows/search.ts';
import { simpleIndex } from './rows/simple-index.ts';
import { slowestRequest } from './rows/slowest-request.ts';
import { smallDebs } from './rows/small-debs.ts';
import { start } from './rows/start.ts';

export const rows: readonly Row[] = [
  glue,
  manyOperations,
  reads,
  publishLarge,
  smallDebs,
  download,
  images,
  pages,
  search,
  aptIndex,
  rpmIndex,
  chartIndex,
  simpleIndex,
  slowestRequest,
  burst,
  manyDebs,
  manyApks,
  manyRpms,
  manyCharts,
  manyNames,
  npm,
  memory,
  start,
];
