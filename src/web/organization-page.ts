import type { Organization, Registry } from '../model/records.ts';
import type { Urls } from '../serving/urls.ts';
import { html, type Html } from './html.ts';
import { page, type PageReply } from './layout.ts';
import type { Reader } from './reader.ts';
import { registryTable } from './registry-table.ts';

export interface OrganizationView {
  readonly organization: Organization;
  readonly shown: readonly Registry[];
  /** Whether there are more registries after this page. */
  readonly more: boolean;
  /** The id of the registry before this page; undefined on the first page. */
  readonly after: string | undefined;
  readonly reader: Reader;
  readonly urls: Urls;
}

/** The page of an organization: those of its registries that the caller may see. */
export function organizationPage({ organization, shown, more, after, reader, urls }: OrganizationView): PageReply {
  const home = urls.of('showOrganization', { organization: organization.slug });
  return page({
    title: organization.name,
    urls,
    reader,
    crumbs: [{ text: organization.name, url: home }],
    main: html`<h1>${organization.name}</h1>
      <h2>Registries</h2>
      ${
        shown.length === 0
          ? html`<p>There are no ${after === undefined ? '' : 'more '}registries.</p>`
          : registryTable(organization, shown, urls)
      }
      ${pager(home, after, more ? shown.at(-1)?.id : undefined)}`,
  });
}

function pager(home: string, after: string | undefined, last: string | undefined): Html | undefined {
  if (after === undefined && last === undefined) return undefined;
  return html`<nav class="pager" aria-label="Pages of registries">
    ${after === undefined ? undefined : html`<a rel="first" href="${home}">← First</a>`}
    ${last === undefined ? undefined : html`<a rel="next" href="${`${home}?after=${last}`}">Newer →</a>`}
  </nav>`;
}
