/** The reference as `npm run docs` wrote it, and all that an answer must say of it, found out once for each writing. */
import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import api from '../../generated/openapi.json' with { type: 'json' };

export const referenceFile = path.resolve(import.meta.dirname, '../../generated/reference.html');

export interface Reference {
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Of the scripts in it, as a Content-Security-Policy names them. */
  readonly scriptHashes: readonly string[];
  /** Whether it is of the contract that is served. */
  readonly isCurrent: boolean;
}

/** What tells in the page of which contract it is. */
export function contractMark(contract: object): string {
  return `<meta name="contract" content="${hash('sha256', JSON.stringify(contract))}">`;
}

/** Makes a function that answers what is in the file at present; undefined when there is none. */
export function referenceReader(file: string): () => Promise<Reference | undefined> {
  let known: { readonly version: string; readonly reference: Promise<Reference> } | undefined;
  return async () => {
    const found = await stat(file).catch(ifMissing);
    if (!found) return undefined;
    const version = `${found.ino} ${found.mtimeMs} ${found.size}`;
    if (known?.version !== version) known = { version, reference: readFile(file).then(examine) };
    return known.reference;
  };
}

function examine(bytes: Buffer): Reference {
  const page = bytes.toString();
  const scripts = [...page.matchAll(/<script(?: [^>]*)?>([^]*?)<\/script>/g)].map(([, script = '']) => script);
  return {
    size: bytes.length,
    sha256: hash('sha256', bytes),
    scriptHashes: scripts.map((script) => `'sha256-${hash('sha256', script, 'base64')}'`),
    isCurrent: page.includes(contractMark(api)),
  };
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
