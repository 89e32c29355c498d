/** What went wrong: a page in a browser, a problem for programs. */
import { problemReply, type FailureDetails } from '../contract/replies/problems.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import { html } from './html.ts';
import { page, pageHeaders } from './layout.ts';
import { prefersHtml } from './prefers-html.ts';

/** For services that people open in a browser, and that programs request too. */
export const failureForPeople: WriteFailure = (failure, request) => ({
  ...(prefersHtml(request.headers.accept)
    ? { type: 'text/html', body: failurePage(failure, request.id) }
    : // Clients such as pip and twine print the reason phrase only.
      { ...problemReply(failure), reason: failure.detail }),
  // Both forms have the headers of pages, so that the description has one set of headers for a response.
  headers: { ...pageHeaders, Vary: 'Accept' },
});

function failurePage({ title, detail, status }: FailureDetails, id: string): Uint8Array {
  const main = html`<h1>${title}</h1>
    <p>${detail}</p>
    <p class="quiet">Status ${status}, request id ${id}</p>`;
  return page({ title, crumbs: [], main }).body;
}
