/** The API reference that `npm run docs` wrote, adapted to the server, and the headers of its response. */
import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { textAt } from '../contract/at-url.ts';
import api from '../../generated/openapi.json' with { type: 'json' };

export const referenceFile = path.resolve(import.meta.dirname, '../../generated/reference.html');

export interface Reference {
  /** The page, in memory, so that no request opens a file. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The hashes of its scripts for a Content-Security-Policy. */
  readonly scriptHashes: readonly string[];
  /** Whether it was built from the contract that the server enforces. */
  readonly isCurrent: boolean;
}

/** The element that identifies the contract that a page was built from. */
export function contractMark(contract: object): string {
  return `<meta name="contract" content="${hash('sha256', JSON.stringify(contract))}">`;
}

/**
 * Returns a function that returns the current reference for the server at a public URL; undefined if there is no file.
 * The page is built once per version of the file.
 */
export function referenceReader(file: string): (url: string) => Promise<Reference | undefined> {
  let known: { readonly version: string; readonly reference: Promise<Reference> } | undefined;
  return async (url) => {
    const found = await stat(file).catch(ifMissing);
    if (!found) return undefined;
    const version = `${found.ino} ${found.mtimeMs} ${found.size} ${url}`;
    if (known?.version !== version)
      known = { version, reference: readFile(file, 'utf8').then((page) => examine(page, url)) };
    return known.reference;
  };
}

function examine(written: string, url: string): Reference {
  const page = textAt(written, api, url);
  const bytes = Buffer.from(page);
  const scripts = [...page.matchAll(/<script(?: [^>]*)?>([^]*?)<\/script>/g)].map(([, script = '']) => script);
  return {
    bytes,
    sha256: hash('sha256', bytes),
    scriptHashes: scripts.map((script) => `'sha256-${hash('sha256', script, 'base64')}'`),
    isCurrent: written.includes(contractMark(api)),
  };
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
