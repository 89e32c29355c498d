import {
  describeDownload,
  describeJson,
  describeOperation,
  describeParameter,
  describePath,
  describeService,
  type Described,
  type DescribedDownload,
  type JsonReply,
} from '../describe-service.ts';

const name = describeParameter('name', '^[a-z0-9-]+$');
const branch = describeParameter('branch', '^[a-z0-9-]+$');
const revision = describeParameter('revision', '^[a-z0-9-]+$');
const path = describeParameter('path', '^[^/]+(?:/[^/]+)*$', { spans: true });

const text = { type: 'string', maxLength: 500 };

/** A line of a commit: its header, which comes first, a new file, or the path of a deleted one. */
const line = {
  oneOf: [
    {
      type: 'object',
      required: ['key', 'value'],
      properties: {
        key: { const: 'header' },
        value: {
          type: 'object',
          required: ['summary', 'parent'],
          properties: { summary: text, parent: { type: ['string', 'null'], maxLength: 64 } },
        },
      },
    },
    {
      type: 'object',
      required: ['key', 'value'],
      properties: {
        key: { const: 'file' },
        value: {
          type: 'object',
          required: ['path', 'content'],
          properties: { path: text, content: { type: 'string', contentEncoding: 'base64' } },
        },
      },
    },
    {
      type: 'object',
      required: ['key', 'value'],
      properties: {
        key: { const: 'deleted' },
        value: { type: 'object', required: ['path'], properties: { path: text } },
      },
    },
  ],
};

export const description = describeService('Commits', {
  '/commits/{name}/branches/{branch}': describePath([name, branch], {
    post: describeOperation('commitToBranch', {
      scope: 'write_packages',
      body: { type: 'application/x-ndjson', schema: { type: 'array', minItems: 1, maxItems: 1000, items: line } },
      replies: {
        200: describeJson({ type: 'object', required: ['version'], properties: { version: { type: 'string' } } }),
      },
    }),
  }),
  '/commits/{name}/files/{revision}/{path}': describePath([name, revision, path], {
    get: describeDownload('getCommittedFile'),
  }),
});

type Base64 = string & { readonly contentEncoding?: 'base64' };

export type Line =
  | { readonly key: 'header'; readonly value: { readonly summary: string; readonly parent: string | null } }
  | { readonly key: 'file'; readonly value: { readonly path: string; readonly content: Base64 } }
  | { readonly key: 'deleted'; readonly value: { readonly path: string } };

export interface operations {
  readonly commitToBranch: Described<
    { readonly name: string; readonly branch: string },
    { readonly 200: JsonReply<{ readonly version: string }> },
    readonly Line[]
  >;
  readonly getCommittedFile: DescribedDownload<{
    readonly name: string;
    readonly revision: string;
    readonly path: string;
  }>;
}
