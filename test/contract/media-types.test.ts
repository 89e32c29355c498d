/**
 * Requests and responses have types that clients support. The server sends the types of the contract, so an unknown
 * type in it would be sent, and no other test would notice.
 */
import { expect, test } from 'vitest';
import { everyOperation } from './descriptions.ts';

/** The types of values: JSON (RFC 8259), in the API and under the names that native clients request (PEP 691, npm, OCI). */
const values = [
  'application/json',
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.integrity.v1+json',
  'application/vnd.npm.install-v1+json',
  'application/vnd.oci.image.index.v1+json',
];

/** The types of bytes: files and indexes, pages for people and for pip, and keys (RFC 3156, and PEM). */
const bytes = [
  'application/octet-stream',
  'text/html',
  'application/pgp-keys',
  'application/x-pem-file',
  'application/vnd.pypi.simple.v1+html',
  // The type that the publisher sent.
  '*/*',
];

/** Problems (RFC 9457), pages where browsers are clients, and the formats of native clients. */
const failures = ['application/problem+json', 'text/html', 'application/json'];

const requests = ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded', '*/*'];

test.each(everyOperation)('$id', ({ operation: { replies, body } }) => {
  for (const type of body?.media.keys() ?? []) expect(requests).toContain(type);
  for (const [status, { content }] of replies) {
    for (const [type, schema] of content) {
      if (status >= 400) expect(failures).toContain(type);
      // A range of a JSON document is bytes.
      else if (status === 206) expect([...bytes, ...values]).toContain(type);
      else expect(schema === undefined ? bytes : values).toContain(type);
    }
  }
});
