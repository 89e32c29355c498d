/** The page at `/` of the mock: all operations with their responses, and the command for each. */
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../contract/description.ts';
import { html, trusted, type Html } from '../web/html.ts';
import { page, type PageReply } from '../web/layout.ts';
import { pageUrls } from '../web/page-urls.ts';
import { shellLines } from '../web/pieces.ts';
import { examplesOf, lowestSuccess } from './examples.ts';
import { sampleCommand } from './sample-request.ts';

/** The path of links that send the request of an operation, followed by its operationId. */
export const linkedExamples = '/-/examples/';

/** Returns the page for a filter, which is a part of an operationId, path, summary, tag or name of an example. */
export function createIndexPage(document: OpenApiDocument, url: string): (filter: string) => PageReply {
  const all = readDescription(document).operations.map((operation) => entryOf(document, operation, url));
  return (filter) => {
    const wanted = filter.trim().toLowerCase();
    const shown = all.filter(({ text }) => text.includes(wanted));
    return page({
      title: 'The mock',
      crumbs: [],
      main: mainOf(url, filter, shown),
      urls: pageUrls(url),
      hasReference: false,
    });
  };
}

/** The maximum number of operations whose responses are shown without a click. */
const mostOpen = 3;

interface Entry {
  readonly id: string;
  readonly line: Html;
  readonly section: Html;
  /** The section with the responses shown. */
  readonly openSection: () => Html;
  /** In lower case, for the filter. */
  readonly text: string;
}

interface Described {
  readonly summary?: string;
  readonly tags?: readonly string[];
}

function entryOf(document: OpenApiDocument, operation: DescribedOperation, url: string): Entry {
  const { id, method, path } = operation;
  const { summary = '', tags = [] } = Object(document.paths[path]?.[method.toLowerCase()]) as Described;
  const preferred = preferredBy(document, operation);
  const names = preferred.map(({ status, example = '' }) => `${status} ${example}`);
  return {
    id,
    line: html`<li><a href="#${id}">${id}</a> <span class="quiet">${method} ${path}</span></li>`,
    section: sectionWith(false),
    openSection: () => sectionWith(true),
    text: [id, method, path, summary, ...tags, ...names].join('\n').toLowerCase(),
  };

  function sectionWith(isOpen: boolean): Html {
    return html`<section>
      <h2 id="${id}"><a href="#${id}">${id}</a></h2>
      <p><code>${method} ${path}</code></p>
      <p>${summary}</p>
      ${shellLines([sampleCommand(document, operation, url)])}
      <details${isOpen ? trusted(' open') : undefined}>
        <summary>${preferred.length} responses</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Example</th>
              <th scope="col">Command</th>
            </tr>
          </thead>
          <tbody>
            ${preferred.map((reply) => rowOf(document, operation, url, reply))}
          </tbody>
        </table>
      </details>
    </section>`;
  }
}

interface Preferred {
  readonly status: number;
  readonly example?: string;
  readonly prefer: string;
}

function preferredBy(document: OpenApiDocument, operation: DescribedOperation): Preferred[] {
  const examples = examplesOf(document, operation);
  const statuses = [...examples.keys()].sort((a, b) => a - b);
  const named = statuses.flatMap((status): Preferred[] => {
    const names = Object.keys(examples.get(status) ?? {});
    if (names.length === 0) return [{ status, prefer: `code=${status}` }];
    return names.map((example) => ({ status, example, prefer: `code=${status}, example=${example}` }));
  });
  const success = lowestSuccess(examples);
  const isJson = [...(operation.replies.get(success)?.content ?? [])].some(([, schema]) => schema !== undefined);
  return isJson ? [...named, { status: success, example: 'generated', prefer: 'dynamic=true' }] : named;
}

function rowOf(
  document: OpenApiDocument,
  operation: DescribedOperation,
  url: string,
  { status, example, prefer }: Preferred,
): Html {
  const { id, method } = operation;
  const name = example ?? 'no body';
  const link = `${linkedExamples}${id}?${new URLSearchParams({ prefer }).toString()}`;
  return html`<tr>
    <td>${status}</td>
    <td>${method === 'GET' ? html`<a href="${link}">${name}</a>` : name}</td>
    <td>${shellLines([sampleCommand(document, operation, url, { prefer })])}</td>
  </tr>`;
}

function mainOf(url: string, filter: string, shown: readonly Entry[]): Html {
  return html`<h1>The mock of Larder's API</h1>
    <p>
      It responds at <code>${url}</code> with the examples of the contract. Any token works. Nothing is stored: for
      flows that create something and list it later, start a server with
      <code>larder serve --ephemeral --seed demo</code>.
    </p>
    <p>
      The header <code>Prefer</code> selects a response: <code>code=404</code>, <code>example=empty</code>,
      <code>dynamic=true</code> with <code>seed=1</code>, and <code>wait=2</code> to get it after two seconds.
    </p>
    <form>
      <label>Filter operations<input type="search" name="q" value="${filter}" /></label>
      <button>Filter</button>
    </form>
    ${shown.length === 0 ? html`<p>No operation has "${filter}". <a href="/">Show all</a></p>` : undefined}
    <ul class="plain">
      ${shown.map(({ line }) => line)}
    </ul>
    ${shown.map(({ section, openSection }) => (shown.length <= mostOpen ? openSection() : section))}`;
}
