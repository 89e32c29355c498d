import {
  bytes,
  describeDownload,
  describeEmpty,
  describeJson,
  describeOperation,
  describeParameter,
  describePath,
  describeQuery,
  describeService,
  describeTypedDownload,
  type Described,
  type DescribedDownload,
  type DescribedTypedDownload,
  type EmptyReply,
  type JsonReply,
} from '../describe-service.ts';

const name = describeParameter('name', '^[a-z0-9-]+(?:/[a-z0-9-]+)*$', { spans: true });
const session = describeParameter('session', '^[0-9a-f-]{36}$');
const digest = describeParameter('digest', '^sha256:[0-9a-f]{64}$');
const reference = describeParameter('reference', '^[A-Za-z0-9_][A-Za-z0-9_.:-]*$');

export const description = describeService('Manifests', {
  '/manifests/{name}/blobs/uploads': describePath([name], {
    post: describeOperation('openBlobUpload', {
      scope: 'write_packages',
      replies: { 202: describeEmpty('Location') },
    }),
  }),
  '/manifests/{name}/blobs/uploads/{session}': describePath([name, session], {
    patch: describeOperation('appendToBlob', {
      scope: 'write_packages',
      query: [describeQuery('offset', '^[0-9]{1,15}$')],
      body: { type: '*/*', schema: bytes },
      replies: { 202: describeEmpty('Range') },
    }),
    put: describeOperation('finishBlob', {
      scope: 'write_packages',
      query: [describeQuery('digest', '^sha256:[0-9a-f]{64}$')],
      replies: { 201: describeEmpty() },
    }),
  }),
  '/manifests/{name}/blobs/{digest}': describePath([name, digest], { get: describeDownload('getManifestBlob') }),
  '/manifests/{name}/manifests/{reference}': describePath([name, reference], {
    get: describeTypedDownload('getManifest'),
    put: describeOperation('putManifest', {
      scope: 'write_packages',
      body: { type: '*/*', schema: bytes },
      replies: { 201: describeEmpty() },
    }),
  }),
  '/manifests/{name}/tags': describePath([name], {
    get: describeOperation('listManifestTags', {
      scope: 'read_packages',
      replies: { 200: describeJson({ type: 'array', items: { type: 'string' } }) },
    }),
  }),
});

type Named = Readonly<Record<'name', string>>;
type InSession = Readonly<Record<'name' | 'session', string>>;

export interface operations {
  readonly openBlobUpload: Described<Named, { readonly 202: EmptyReply<{ readonly Location: string }> }>;
  readonly appendToBlob: Described<
    InSession,
    { readonly 202: EmptyReply<{ readonly Range: string }> },
    Blob,
    { readonly offset: string }
  >;
  readonly finishBlob: Described<InSession, { readonly 201: EmptyReply }, undefined, { readonly digest: string }>;
  readonly getManifestBlob: DescribedDownload<Named & { readonly digest: string }>;
  readonly getManifest: DescribedTypedDownload<Named & { readonly reference: string }>;
  readonly putManifest: Described<Named & { readonly reference: string }, { readonly 201: EmptyReply }, Blob>;
  readonly listManifestTags: Described<Named, { readonly 200: JsonReply<readonly string[]> }>;
}
