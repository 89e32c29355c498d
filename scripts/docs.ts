/** `npm run docs`: writes the reference, which the server shows under `/docs`. */
import path from 'node:path';
import { writeReference } from '../openapi/generate/write-reference.ts';

const file = await writeReference();
console.log(`${path.relative(process.cwd(), file)} is written; a running server shows it under /docs.`);
