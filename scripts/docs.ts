/** `npm run docs`: builds the API reference, which the server shows at `/docs`. */
import path from 'node:path';
import { writeReference } from '../openapi/generate/write-reference.ts';

const file = await writeReference();
console.log(`${path.relative(process.cwd(), file)} is written. A running server shows it at /docs.`);
