import {
  bytes,
  describeDocument,
  describeDownload,
  describeEmpty,
  describeOperation,
  describeParameter,
  describePath,
  describeService,
  type Described,
  type DescribedDocument,
  type DescribedDownload,
  type EmptyReply,
} from '../describe-service.ts';

const path = describeParameter('path', '^[^/]+(?:/[^/]+){3,}$', { spans: true });
const project = describeParameter('project', '^[^/]+(?:/[^/]+)+$', { spans: true });

export const description = describeService('Sets', {
  // First, because its URL could be the path of a file.
  '/sets/{project}/versions.json': describePath([project], { get: describeDocument('getVersionsOfSet') }),
  '/sets/{path}': describePath([path], {
    get: describeDownload('getFileOfSet'),
    put: describeOperation('putFileOfSet', {
      scope: 'write_packages',
      body: { type: '*/*', schema: bytes },
      replies: { 201: describeEmpty() },
    }),
  }),
});

export interface operations {
  readonly getFileOfSet: DescribedDownload<{ readonly path: string }>;
  readonly putFileOfSet: Described<{ readonly path: string }, { readonly 201: EmptyReply }, Blob>;
  readonly getVersionsOfSet: DescribedDocument<{ readonly project: string }>;
}
