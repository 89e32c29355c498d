import type { Organization, Registry } from '../model/records.ts';
import type { Urls } from '../serving/urls.ts';
import { html, type Html } from './html.ts';
import { page, type PageReply } from './layout.ts';
import type { Reader } from './reader.ts';
import { shellLines } from './pieces.ts';
import { registryTable } from './registry-table.ts';

export interface FrontView {
  /** The organization whose registries are shown; undefined if the caller may see none. */
  readonly organization: Organization | undefined;
  readonly shown: readonly Registry[];
  readonly more: boolean;
  readonly reader: Reader;
  readonly urls: Urls;
}

/** The front page: the server, commands to begin with, and registries. */
export function frontPage({ organization, shown, more, reader, urls }: FrontView): PageReply & FrontHeaders {
  const { status, headers, body } = page({
    title: 'Larder',
    crumbs: [],
    urls,
    reader,
    main: html`<h1>Packages of ${organization?.name ?? 'this server'}</h1>
      <p class="lead">
        Larder is a self-hosted package registry. Publish a build with one command, and install it with the client of
        its ecosystem, such as apt, pip, npm or docker.
      </p>
      <div class="columns">
        <section>
          <h2>Registries</h2>
          ${organization === undefined ? nothingPublic : registriesOf(organization, shown, more, urls)}
        </section>
        <section>
          <h2>Get started</h2>
          <p>This server is <code>${urls.base}</code>.</p>
          <h3>With the command line</h3>
          ${shellLines(larderLines(urls.base))}
          <h3>With curl</h3>
          ${shellLines(curlLines(organization?.slug ?? unknown, urls))}
          <p class="quiet">
            Replace <code>$TOKEN</code>${organization === undefined ? html` and <code>${unknown}</code>` : undefined}
            with what the server printed at its first start, and the file with your own. The page of each registry has
            the commands of its clients.
          </p>
          <p><a href="${urls.of('showReference', {})}">Read the API reference</a></p>
        </section>
      </div>`,
  });
  return { status, headers: { ...headers, Vary: 'Accept' }, body };
}

/** Stands for the slug of an organization that the caller may not see. */
const unknown = 'my-org';

interface FrontHeaders {
  readonly headers: { readonly Vary: 'Accept' };
}

const nothingPublic = html`<p>
  No registry of this server is public. Open the page of your organization with an access token to see its registries.
</p>`;

function registriesOf(organization: Organization, shown: readonly Registry[], more: boolean, urls: Urls): Html {
  const all = urls.of('showOrganization', { organization: organization.slug });
  if (shown.length === 0) return html`<p>There are no registries yet. Create the first one with these commands.</p>`;
  return html`${registryTable(organization, shown, urls)}
  ${more ? html`<p><a href="${all}">All registries</a></p>` : undefined}`;
}

function larderLines(url: string): string[] {
  return [
    `npx larder login ${url}`,
    'npx larder registry create "my files" --ecosystem files',
    'npx larder publish manual-1.0.0.txt --registry my-files',
  ];
}

function curlLines(organization: string, urls: Urls): string[] {
  const registries = urls.of('listRegistries', { organization });
  const packages = urls.of('listPackages', { organization, registry: 'my-files' });
  return [
    `curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\`,
    `  -X POST "${registries}" -d '{"name": "my files", "ecosystem": "files"}'`,
    `curl -H "Authorization: Bearer $TOKEN" \\`,
    `  -X POST "${packages}" -F "file=@manual-1.0.0.txt"`,
  ];
}
