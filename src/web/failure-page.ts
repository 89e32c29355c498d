/** What went wrong: a page in a browser, a problem for programs. */
import description from '../../generated/pages.json' with { type: 'json' };
import { prefersHtml } from '../contract/prefers-html.ts';
import { problemReply, type FailureDetails } from '../contract/replies/problems.ts';
import type { RequestFacts, WriteFailure } from '../contract/replies/service-replies.ts';
import { html, type Html } from './html.ts';
import { page, pageHeaders } from './layout.ts';
import { pageUrls } from './page-urls.ts';
import { signInForm } from './sign-in-page.ts';

/** For services that people open in a browser, and that programs request too. */
export const failureForPeople: WriteFailure = (failure, request) =>
  prefersHtml(request.headers.accept)
    ? {
        type: 'text/html',
        body: failurePage(failure, request),
        headers: { ...shared, ...(failure.code === 'unauthenticated' && quietChallenge) },
      }
    : // Clients such as pip and twine print the reason phrase only.
      { ...problemReply(failure), reason: failure.detail, headers: shared };

/** Both forms have the headers of pages, so that the description has one set of headers for a response. */
const shared = { ...pageHeaders, Vary: 'Accept' };

/** Because of `Basic`, browsers open a dialog for a password before they show the page. */
const quietChallenge = { 'WWW-Authenticate': 'Bearer realm="Larder"' };

function failurePage(failure: FailureDetails, request: RequestFacts): Uint8Array {
  const { title, detail, status, code } = failure;
  const { id, server } = request;
  const urls = pageUrls(server);
  const text = html`<p class="quiet">Status ${status}, request id ${id}</p>`;
  const main =
    code === 'unauthenticated'
      ? html`<h1>${title}</h1>
          ${whyToSignIn(failure, request)} ${signInForm(nextOf(request), urls)} ${text}`
      : html`<h1>${title}</h1>
          <p>${detail}</p>
          ${text}
          <p><a href="${urls.of('showFront', {})}">Go to the front page</a></p>`;
  return page({ title, crumbs: [], main, urls }).body;
}

function whyToSignIn({ detail }: FailureDetails, { operation, headers }: RequestFacts): Html {
  const isAnswered = operation?.id === 'createSession' || headers.authorization !== undefined;
  if (isAnswered) return html`<p role="alert">${detail}</p>`;
  return html`<p>This page does not exist, or it is not public. Sign in to see it if your token can.</p>`;
}

/** Returns the page to show after signing in: this one; that of the registry, for the URLs of its clients. */
function nextOf({ method, path, query, operation, values }: RequestFacts): string {
  const sent = operation?.id === 'createSession' ? new URLSearchParams(query).get('next') : undefined;
  const here = sent ?? path + query;
  if ((sent || method === 'GET') && canFollow(here)) return here;
  const { organization, registry } = values;
  if (organization === undefined || registry === undefined) return '/';
  const next = pageUrls('').of('showRegistry', { organization, registry });
  return canFollow(next) ? next : '/';
}

const { schema } = description.components.parameters.Next;
const followed = new RegExp(schema.pattern, 'u');

function canFollow(next: string): boolean {
  return next.length <= schema.maxLength && followed.test(next);
}
