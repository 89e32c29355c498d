/** A process that serves the shop whose JSON has bytes, with the limits and the heap of a server. Prints its URL. */
import { jsonBodies } from './bytes-descriptions.ts';
import { echo, openBytesShop } from './bytes-shop.ts';

const operations = Object.fromEntries(Object.keys(jsonBodies.paths).map((path) => [path.slice(1), echo]));
const shop = await openBytesShop(jsonBodies, operations, { file: 2 ** 30 });
process.stdout.write(`${shop.url}\n`);
