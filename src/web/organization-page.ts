import { missing, reaches } from '../serving/resolvers.ts';
import type { Registry } from '../model/records.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import type { PageOperation } from './operation.ts';
import { visibility } from './pieces.ts';
import { table } from './table.ts';
import { registryUrl } from './urls.ts';

/** So many registries are on a page. */
const mostRegistries = 100;

/** The registries of an organization, for its own tokens. */
export const showOrganization: PageOperation<'showOrganization'> = async (
  { found, caller, query },
  { larder, urls },
) => {
  const { organization } = found;
  if (caller().organization.id !== organization.id) throw missing('organization', organization.slug);
  const shown: Registry[] = [];
  let more = false;
  for await (const registry of larder.catalog.registries.list(organization.id, query.after?.toLowerCase())) {
    if (!reaches(caller(), registry)) continue;
    more = shown.length === mostRegistries;
    if (more) break;
    shown.push(registry);
  }
  const home = urls.web('organizations', organization.slug);
  const rows = shown.map((registry) => [
    html`<a href="${registryUrl({ organization, registry }, urls)}">${registry.name}</a>`,
    registry.ecosystem,
    visibility(registry),
  ]);
  return page({
    title: organization.name,
    crumbs: [{ text: organization.name, url: home }],
    main: html`<h1>${organization.name}</h1>
      <h2>Registries</h2>
      ${
        rows.length === 0
          ? html`<p>There are no registries ${query.after === undefined ? 'yet' : 'after these'}.</p>`
          : table('All registries that you may see, oldest first', ['Name', 'Ecosystem', 'Access'], rows)
      }
      ${pager(home, query.after, more ? shown.at(-1)?.id : undefined)}`,
  });
};

function pager(home: string, after: string | undefined, last: string | undefined): Html | undefined {
  if (after === undefined && last === undefined) return undefined;
  return html`<nav class="pager" aria-label="Pages of registries">
    ${after === undefined ? undefined : html`<a rel="first" href="${home}">← First</a>`}
    ${last === undefined ? undefined : html`<a rel="next" href="${`${home}?after=${last}`}">Newer →</a>`}
  </nav>`;
}
