/** Failures that Schemathesis reports because it cannot know better. Each has its reason; no other failure is ignored. */
import type { Failure } from './events.ts';

export interface Limit {
  readonly reason: string;
  readonly covers: (failure: Failure) => boolean;
}

export const limits: readonly Limit[] = [
  {
    reason:
      'A described 422: the rule joins values that a schema judges one by one, or depends on the time or on what exists.',
    covers: ({ check, label, status, received }) =>
      check === 'positive_data_acceptance' &&
      status === 422 &&
      (unsayable[label.replace(/^(?:PUT|POST)(?= .*\{registry\}$)/, 'PATCH')] ?? []).includes(problemOf(received)),
  },
  {
    reason:
      'The form is invalid by its `if` and `then`, which the tool does not follow when it makes the parts of a form.',
    covers: ({ check, label, status, received }) =>
      check === 'positive_data_acceptance' &&
      label.endsWith('/packages') &&
      status === 400 &&
      received.includes('must have exactly one of `file` and `package_url`'),
  },
  {
    reason:
      'The name of a part has characters that no header can carry; a JSON schema has no words for names in a form.',
    covers: ({ check, label, status, sent, received }) =>
      check === 'positive_data_acceptance' &&
      /\/(?:packages|pypi|legacy)\/?$/.test(label) &&
      status === 400 &&
      /name="[^\r\n]*[\p{Cc}"\\]/u.test(sent) &&
      problemOf(received) === 'invalid-request',
  },
  {
    reason: 'The coverage phase sends "0" in a header whose pattern it cannot fulfil.',
    covers: ({ check, label, status, received }) =>
      check === 'positive_data_acceptance' &&
      label === 'PUT /{organization}/{registry}/files/{file}' &&
      status === 400 &&
      received.includes('headers.content-digest: must match pattern'),
  },
  {
    reason: 'A 412: a precondition names another representation than the current one.',
    covers: ({ check, status, received }) =>
      check === 'positive_data_acceptance' && status === 412 && problemOf(received) === 'precondition-failed',
  },
  {
    reason: 'A range that is the whole JSON document: it has its media type, but is described as bytes.',
    covers: ({ check, status }) => check === 'response_schema_conformance' && status === 206,
  },
  {
    reason: 'A URL and headers of more than 16 KiB together: HTTP ends there, before an operation is known.',
    covers: ({ status, received }) => status === 431 && problemOf(received) === 'headers-too-large',
  },
  {
    reason: 'The page at / is for clients that prefer HTML; the tool gets the greeting of the API, as programs do.',
    covers: ({ check, label, received }) =>
      ['content_type_conformance', 'response_headers_conformance'].includes(check) &&
      label === 'GET /' &&
      received.startsWith('{"message":"This is Larder'),
  },
  {
    reason: 'A guessed link that leads to a registry by its id; the path takes its slug.',
    covers: ({ check, isGuess, status, uri }) =>
      check === 'ensure_resource_availability' &&
      isGuess &&
      status === 404 &&
      /\/registries\/[0-9a-f]{8}-[0-9a-f-]{27}(\/|$)/.test(uri),
  },
];

/**
 * The problems of a 422 that a schema cannot describe, by operation. The three methods that update a registry have the
 * same.
 */
const unsayable: Readonly<Record<string, readonly string[]>> = {
  'GET /organizations/{organization}/packages/registries/{registry}': ['unusable-cursor'],
  'POST /v2/access-tokens': ['unusable-expiry'],
  'GET /v2/packages/organizations/{organization}/search': ['unusable-cursor'],
  'POST /v2/packages/organizations/{organization}/registries': ['invalid-policy'],
  'PATCH /v2/packages/organizations/{organization}/registries/{registry}': ['invalid-policy', 'ecosystem-fixed'],
  'GET /v2/packages/organizations/{organization}/registries/{registry}/packages': ['unusable-cursor'],
  'POST /v2/packages/organizations/{organization}/registries/{registry}/packages': [
    'unacceptable-file',
    'unusable-upload',
  ],
  'POST /v2/packages/organizations/{organization}/registries/{registry}/signing-keys': [
    'no-signing-key',
    'too-many-keys',
  ],
  'PUT /v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status': [
    'ecosystem-mismatch',
  ],
  'PUT /{organization}/{registry}/any/incoming/{file}': ['unacceptable-file', 'content-missing'],
  'PUT /{organization}/{registry}/files/{file}': ['unacceptable-file', 'digest-mismatch'],
  'POST /{organization}/{registry}/pypi': ['unacceptable-file'],
  'POST /{organization}/{registry}/pypi/legacy': ['unacceptable-file'],
  'POST /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy': [
    'ecosystem-mismatch',
  ],
  'PUT /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}': [
    'unacceptable-tag',
  ],
};

function problemOf(received: string): string {
  return (JSON.parse(received) as { readonly type: string }).type.replace('urn:larder:problem:', '');
}

/** Operations that cannot succeed here, with the reason. */
export const unreachable: Readonly<Record<string, string>> = {
  'POST /-/sign-in': 'Its generated tokens are unknown.',
  'POST /-/sign-out': 'No generated cookie is that of a session.',
  'POST /uploads/{upload}': 'The fields of a presigned form are signed; no generated value fits.',
  'POST /v2/packages/organizations/{organization}/registries/{registry}/packages':
    'Its generated files are no packages, and have names without a version.',
  'PUT /{organization}/{registry}/any/incoming/{file}': 'Its generated files are no packages.',
  'PUT /{organization}/{registry}/files/{file}': 'Its generated names have no version.',
  'GET /{organization}/{registry}/any/pool/source/{sha256}/{file}': 'No generated file is a source package.',
  'GET /{organization}/{registry}/pypi/integrity/{project}/{version}/{file}/provenance':
    'No generated file has attestations.',
  'POST /{organization}/{registry}/pypi': 'Its generated files are no distributions.',
  'POST /{organization}/{registry}/pypi/legacy': 'Its generated files are no distributions.',
};
