import type { Urls } from '../serving/urls.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import type { Matrix, MatrixReply, MatrixOperation, Reached } from './matrix.ts';
import { table } from './table.ts';

/** The page with the coverage of the contract by the tests. */
export function matrixPage({ total, reached, descriptions }: Matrix, urls: Urls): ReturnType<typeof page> {
  return page({
    urls,
    title: 'Contract coverage',
    crumbs: [
      { text: 'Reference', url: urls.of('showReference', {}) },
      { text: 'Contract coverage', url: urls.of('showMatrix', {}) },
    ],
    main: html`<h1>Contract coverage</h1>
      <p>
        The tests cover ${reached} of ${total} cells. A cell is a response of the contract (a status and a media type),
        one of its named examples, or one of its headers. A cell is covered if a real server sent it in a test and it
        matched the contract; an example is covered if a response had the same structure.
      </p>
      ${descriptions.map(({ title, operations }) => section(title, operations))}`,
  });
}

function section(title: string, operations: readonly MatrixOperation[]): Html {
  const rows = operations.map(({ id, method, path, replies }) => [
    html`${id}<br /><code class="quiet">${method} ${path}</code>`,
    html`<ul class="plain">
      ${replies.map((one) => html`<li>${replyText(one)}</li>`)}
    </ul>`,
  ]);
  return html`<h2>${title}</h2>
    ${table('All operations and their responses', ['Operation', 'Responses'], rows)}`;
}

function replyText({ status, type, reached, examples, headers }: MatrixReply): Html {
  const parts = [
    ...(type === '' ? [] : [type]),
    ...listed('example', 'examples', examples),
    ...listed('header', 'headers', headers),
  ];
  return html`<strong>${status}</strong>${reached ? undefined : ' (not covered)'}
    <span class="quiet">${parts.join(' · ')}</span>`;
}

function listed(one: string, several: string, cells: Reached): string[] {
  const names = Object.entries(cells).map(([name, isReached]) => (isReached ? name : `${name} (not covered)`));
  return names.length === 0 ? [] : [`${names.length === 1 ? one : several} ${names.join(', ')}`];
}
