/** The layout and the headers of all pages. */
import { createHash } from 'node:crypto';
import packageFile from '../../package.json' with { type: 'json' };
import { account } from './account.ts';
import { html, trusted, type Html } from './html.ts';
import type { PageUrls } from './page-urls.ts';
import type { Reader } from './reader.ts';
import { script } from './script.ts';
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
  readonly urls: PageUrls;
  /** Whether the server has the reference; true by default. */
  readonly hasReference?: boolean;
  /** Who reads the page; absent if that is not known. */
  readonly reader?: Reader;
}

/** Returns a page as a reply. */
export function page({ title, crumbs, main, urls, reader, hasReference = true }: PageParts): PageReply {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title === wordmark ? wordmark : `${title} · ${wordmark}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <a class="wordmark" href="${urls.of('showFront', {})}">${jar}${wordmark}</a>
          ${reader && account(reader, urls, crumbs.at(-1)?.url ?? urls.of('showFront', {}))}
        </header>
        ${crumbs.length === 0 ? undefined : breadcrumbs(crumbs)}
        <main id="content">${main}</main>
        <footer>
          <p>${wordmark} ${packageFile.version}</p>
          ${hasReference ? html`<p><a href="${urls.of('showReference', {})}">API reference</a></p>` : undefined}
        </footer>
        ${scriptElement}
      </body>
    </html> `;
  return { status: 200, headers: pageHeaders, body: Buffer.from(document.toString()) };
}

export interface PageReply {
  readonly status: 200;
  readonly headers: typeof pageHeaders;
  readonly body: Uint8Array;
}

const wordmark = 'Larder';

/** A jar, as on a shelf of a larder. */
const jar = trusted(
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M7 2h10v3H7z"/><path d="M6 6h12c1.7 1.2 2.5 2.6 2.5 4.5V19a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-8.5C3.500 8.600 4.300 7.200 6 6zm1 6v6h10v-6z"/></svg>',
);

/** Built here, outside of the template, because browsers compare their exact bytes with the hashes. */
const styleElement = trusted(`<style>${style}</style>`);
const scriptElement = trusted(`<script>${script}</script>`);

/** On every page, and on every response that is a page in a browser. */
export const pageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'same-origin',
} as const;

/** CSP Level 3, section 2.3.1. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function breadcrumbs(crumbs: readonly Crumb[]): Html {
  return html`<nav aria-label="Breadcrumbs">
    <ol>
      ${crumbs.map((crumb, index) => html`<li>${link(crumb, index === crumbs.length - 1)}</li>`)}
    </ol>
  </nav>`;
}

function link({ text, url }: Crumb, isHere: boolean): Html {
  return isHere ? html`<span aria-current="page">${text}</span>` : html`<a href="${url}">${text}</a>`;
}
