/** Adds the index page to a mock, and links that send the requests of operations with credentials and preferences. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle } from '../contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../contract/description.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import type { PageReply } from '../web/layout.ts';
import { prefersHtml } from '../contract/prefers-html.ts';
import { createIndexPage, linkedExamples } from './index-page.ts';
import { samplePath } from './sample-request.ts';

export interface IndexOptions {
  /** The URL of the mock, without a slash at its end. */
  readonly url: string;
  readonly observe: Observe;
}

/** `document` is the description that `handle` serves. Programs get the response of the description at `/`, too. */
export function withIndex(document: OpenApiDocument, handle: Handle, { url, observe }: IndexOptions): Handle {
  const indexPage = createIndexPage(document, url);
  const paths = new Map(
    readDescription(document).operations.flatMap((operation) =>
      operation.method === 'GET' ? [[operation.id, samplePath(document, operation)] as const] : [],
    ),
  );
  return async (request, response) => {
    const { pathname, searchParams } = URL.parse(request.url ?? '', 'http://mock') ?? nowhere;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && pathname === '/' && prefersHtml(request.headers.accept)) {
      sendPage(request, response, indexPage(searchParams.get('q') ?? ''));
      observe({ request, response, caller: undefined, operationId: undefined, status: 200 });
      return;
    }
    const path = isRead && pathname.startsWith(linkedExamples) && paths.get(pathname.slice(linkedExamples.length));
    if (path) {
      request.url = path;
      Object.assign(request.headers, { authorization: 'Bearer any', prefer: searchParams.get('prefer') ?? '' });
    }
    await handle(request, response);
  };
}

/** A target that is not a URL. The contract rejects it. */
const nowhere = { pathname: '', searchParams: new URLSearchParams() };

function sendPage({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: PageReply): void {
  response
    .writeHead(status, { ...headers, 'Content-Type': 'text/html', 'Content-Length': body.length, Vary: 'Accept' })
    .end(method === 'HEAD' ? '' : body);
}
