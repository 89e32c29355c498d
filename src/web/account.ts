/** The account of the reader, at the top of each page. */
import { html, type Html } from './html.ts';
import type { PageUrls } from './page-urls.ts';
import type { Reader } from './reader.ts';

/** Renders a link to sign in, or the reader's token and a button to sign out. `here` is the URL of the page. */
export function account({ caller }: Reader, urls: PageUrls, here: string): Html {
  if (caller === undefined)
    return html`<a href="${urls.of('showSignIn', {}, { next: below(urls, here) })}">Sign in</a>`;
  const name = 'description' in caller ? caller.description : caller.id;
  return html`<div class="account">
    <span class="quiet">${name}</span>
    ${'session' in caller ? signOut(urls) : undefined}
  </div>`;
}

function signOut(urls: PageUrls): Html {
  return html`<form action="${urls.of('endSession', {})}" method="post" class="plain"><button>Sign out</button></form>`;
}

/** Returns the path and the query of a page, without that of the public URL. */
function below({ base }: PageUrls, url: string): string {
  return url.slice(base.length);
}
