/** Adds computed parts to the files of `openapi/`, and writes `generated/` and the API reference from them. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { completeSources } from '../openapi/generate/complete-sources.ts';
import { descriptionFiles } from '../openapi/generate/description-files.ts';
import { writeGenerated } from '../openapi/generate/write-generated.ts';
import { writeReference } from '../openapi/generate/write-reference.ts';

const root = path.resolve(import.meta.dirname, '..');

const descriptions = (await descriptionFiles(root)).map((file) => path.join(root, file));
for (const [file, text] of await completeSources(path.join(root, 'openapi'), descriptions)) await writeFile(file, text);
await writeGenerated(root, path.join(root, 'generated'));
await writeReference();
