/** The descriptions for which clients are generated. Pages are for people and need no client. */
import path from 'node:path';
import type { Bundle } from './generator.ts';

const generated = path.resolve(import.meta.dirname, '../../generated');

/** The API first, with which the drivers work. */
export const bundles: readonly Bundle[] = [
  { name: 'larder_api', file: path.join(generated, 'openapi.json') },
  { name: 'larder_debian', file: path.join(generated, 'native/debian.json') },
  { name: 'larder_files', file: path.join(generated, 'native/files.json') },
  { name: 'larder_python', file: path.join(generated, 'native/python.json') },
  { name: 'larder_signing_key', file: path.join(generated, 'native/signing-key.json') },
];
