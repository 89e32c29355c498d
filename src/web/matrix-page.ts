import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import type { Matrix, MatrixAnswer, MatrixOperation, Reached } from './matrix.ts';
import { table } from './table.ts';

/** Which answers of the contract the tests have seen. */
export function matrixPage({ total, reached, descriptions }: Matrix, docs: string): ReturnType<typeof page> {
  return page({
    title: 'What is proved',
    crumbs: [
      { text: 'Reference', url: docs },
      { text: 'What is proved', url: `${docs}/matrix` },
    ],
    main: html`<h1>What is proved</h1>
      <p>
        ${reached} of ${total} cells. A cell is an answer that the contract describes, by its status and media type, or
        one of its named examples, or one of its headers. It is proved when the tests have seen a real server give it,
        and have held it against the contract; an example, when an answer had its very shape.
      </p>
      ${descriptions.map(({ title, operations }) => section(title, operations))}`,
  });
}

function section(title: string, operations: readonly MatrixOperation[]): Html {
  const rows = operations.map(({ id, method, path, answers }) => [
    html`${id}<br /><code class="quiet">${method} ${path}</code>`,
    html`<ul class="plain">
      ${answers.map((one) => html`<li>${answerText(one)}</li>`)}
    </ul>`,
  ]);
  return html`<h2>${title}</h2>
    ${table('All operations, with what they answer', ['Operation', 'Answers'], rows)}`;
}

function answerText({ status, type, reached, examples, headers }: MatrixAnswer): Html {
  const parts = [
    ...(type === '' ? [] : [type]),
    ...listed('example', 'examples', examples),
    ...listed('header', 'headers', headers),
  ];
  return html`<strong>${status}</strong>${reached ? undefined : ' (not proved)'}
    <span class="quiet">${parts.join(' · ')}</span>`;
}

function listed(one: string, several: string, cells: Reached): string[] {
  const names = Object.entries(cells).map(([name, isReached]) => (isReached ? name : `${name} (not proved)`));
  return names.length === 0 ? [] : [`${names.length === 1 ? one : several} ${names.join(', ')}`];
}
