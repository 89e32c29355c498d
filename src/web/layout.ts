/** The layout, the headers and the style of all pages. */
import { createHash } from 'node:crypto';
import { html, trusted, type Html } from './html.ts';
import { style } from './style.ts';

export interface Crumb {
  readonly text: string;
  readonly url: string;
}

export interface PageParts {
  /** The parts of the title, the most specific first. */
  readonly title: string;
  /** The breadcrumbs, from the most general; the last is the page itself. None for a page without a place. */
  readonly crumbs: readonly Crumb[];
  readonly main: Html;
}

/** Returns a page as a reply. */
export function page({ title, crumbs, main }: PageParts): PageReply {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Larder</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <p class="wordmark">Larder</p>
          ${crumbs.length === 0 ? undefined : breadcrumbs(crumbs)}
        </header>
        <main id="content">${main}</main>
      </body>
    </html> `;
  return { status: 200, headers: pageHeaders, body: Buffer.from(document.toString()) };
}

export interface PageReply {
  readonly status: 200;
  readonly headers: typeof pageHeaders;
  readonly body: Uint8Array;
}

/** Built here, outside of the template, because browsers compare its exact bytes with the hash. */
const styleElement = trusted(`<style>${style}</style>`);

const styleHash = createHash('sha256').update(style).digest('base64');

/** On every page, and on every response that is a page in a browser. */
export const pageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
} as const;

function breadcrumbs(crumbs: readonly Crumb[]): Html {
  return html`<nav aria-label="Breadcrumbs">
    <ol>
      ${crumbs.map((crumb, index) => html`<li>${link(crumb, index === crumbs.length - 1)}</li>`)}
    </ol>
  </nav>`;
}

function link({ text, url }: Crumb, isHere: boolean): Html {
  return isHere ? html`<a href="${url}" aria-current="page">${text}</a>` : html`<a href="${url}">${text}</a>`;
}
