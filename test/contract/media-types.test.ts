/**
 * What is sent and answered is of a type that clients know. The server follows the contract in this too, so that a type
 * which nobody has heard of would be answered without anybody noticing.
 */
import { expect, test } from 'vitest';
import { everyOperation } from './descriptions.ts';

/** Of values: JSON (RFC 8259), in the API and in what native clients ask for by a name of their own (PEP 691). */
const values = ['application/json', 'application/vnd.pypi.simple.v1+json'];

/** Of bytes: files and indexes, pages for people and for pip, and keys (RFC 3156). */
const bytes = ['application/octet-stream', 'text/html', 'application/pgp-keys', 'application/vnd.pypi.simple.v1+html'];

/** Problems (RFC 9457), and pages where browsers are clients. */
const failures = ['application/problem+json', 'text/html'];

const requests = ['application/json', 'multipart/form-data'];

test.each(everyOperation)('$id', ({ operation: { replies, body } }) => {
  for (const type of body?.media.keys() ?? []) expect(requests).toContain(type);
  for (const [status, { content }] of replies) {
    for (const [type, schema] of content) {
      if (status >= 400) expect(failures).toContain(type);
      else expect(schema === undefined ? bytes : values).toContain(type);
    }
  }
});
