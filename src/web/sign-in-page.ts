import { html, type Html } from './html.ts';
import { page, type PageReply } from './layout.ts';
import type { PageUrls } from './page-urls.ts';

/** The page to sign in. */
export function signInPage(next: string, urls: PageUrls): PageReply {
  return page({
    title: 'Sign in',
    crumbs: [],
    urls,
    main: html`<h1>Sign in</h1>
      ${signInForm(next, urls)}`,
  });
}

/** Renders the form to sign in, which leads to the page `next`. */
export function signInForm(next: string, urls: PageUrls): Html {
  return html`<form action="${urls.of('createSession', {}, { next })}" method="post">
      <label>
        Token
        <input
          name="token"
          type="password"
          required
          maxlength="1000"
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck="false"
        />
      </label>
      <button>Sign in</button>
    </form>
    <p class="quiet">
      Use an access token, such as the one that the server printed at its first start, or the token of a registry. You
      can do here what the token allows. The session ends when the token does, after 12 hours without use, or after a
      week.
    </p>`;
}
