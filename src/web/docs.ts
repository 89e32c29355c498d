import { isCurrent } from '../serving/preconditions.ts';
import { Failure } from '../model/failure.ts';
import type { PageOperation } from './operation.ts';
import { referenceReader, type Reference } from './reference-file.ts';

/** The API reference, a file that was built beforehand. */
export function showReferenceIn(file: string): PageOperation<'showReference'> {
  const read = referenceReader(file);
  return async ({ headers: conditions }, { urls }) => {
    const reference = await read(urls.base);
    if (!reference) throw new Failure('not-found', 'The API reference is not built yet. Run `npm run docs`.');
    if (!reference.isCurrent) {
      throw new Failure('not-found', 'The API reference is out of date. Run `npm run docs`.');
    }
    const validators = { ETag: `"${reference.sha256}"` };
    if (isCurrent(conditions, validators)) return { status: 304, headers: validators };
    return {
      status: 200,
      headers: { ...headersFor(reference), ...validators },
      body: reference.bytes,
    };
  };
}

function headersFor({ bytes, scriptHashes }: Reference) {
  return {
    'Content-Length': bytes.length,
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${scriptHashes.join(' ')}`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
  } as const;
}
