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

const gem = describeParameter('gem', '^[a-z0-9_-]+$');
const file = describeParameter('file', '^[^/]+\\.gem$');

export const description = describeService('Overview', {
  '/overview/gems': describePath([], {
    post: describeOperation('pushGem', {
      scope: 'write_packages',
      body: { type: '*/*', schema: bytes },
      replies: { 201: describeEmpty() },
    }),
  }),
  '/overview/gems/{file}': describePath([file], { get: describeDownload('getGem') }),
  '/overview/versions': describePath([], { get: describeDocument('getVersions') }),
  '/overview/info/{gem}': describePath([gem], { get: describeDocument('getInfo') }),
});

export interface operations {
  readonly pushGem: Described<unknown, { readonly 201: EmptyReply }, Blob>;
  readonly getGem: DescribedDownload<{ readonly file: string }>;
  readonly getVersions: DescribedDocument<unknown>;
  readonly getInfo: DescribedDocument<{ readonly gem: string }>;
}
