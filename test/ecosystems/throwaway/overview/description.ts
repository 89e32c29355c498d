import {
  bytes,
  describeDownload,
  describeEmpty,
  describeOperation,
  describeParameter,
  describePath,
  describeService,
  type Described,
  type DescribedDownload,
  type EmptyReply,
} from '../describe-service.ts';

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
});

export interface operations {
  readonly pushGem: Described<unknown, { readonly 201: EmptyReply }, Blob>;
  readonly getGem: DescribedDownload<{ readonly file: string }>;
}
