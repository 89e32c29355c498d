/**
 * `npm run contract:matrix`: lists the cells of the contract that responses of the real server reached in the last
 * complete run of the tests. Prints the matrix and writes it for the docs. Exits with 1 if a cell is not reached.
 */
import { descriptions } from '../../src/server/descriptions.ts';
import { cellsOf, keysOf } from './cells.ts';
import { writeMatrix } from './file.ts';
import { matrixOf } from './matrix.ts';
import { readRecord, recordFolder } from './record.ts';
import { matrixText } from './text.ts';

const record = await readRecord(recordFolder);
if (!record) {
  console.error('There is no record of a test run yet; run `npm test` first.');
  process.exit(1);
}
const cells = cellsOf(descriptions);
const matrix = matrixOf(cells, record.reached);
console.log(matrixText(matrix));
for (const key of keysOf(cells)) if (!record.reached.has(key)) console.log(`not reached: ${key}`);
for (const violation of record.violations) console.log(`not in the contract: ${violation}`);
await writeMatrix(matrix);
process.exitCode = matrix.reached === matrix.total && record.violations.length === 0 ? 0 : 1;
