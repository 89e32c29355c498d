import { missing, reaches } from '../operations/resolvers.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import type { PageOperation } from './operation.ts';
import { visibility } from './pieces.ts';
import { table } from './table.ts';
import { registryUrl } from './urls.ts';

/** The registries of an organization, for its own tokens. */
export const showOrganization: PageOperation<'showOrganization'> = async ({ found, caller }, { larder, urls }) => {
  const { organization } = found;
  if (caller().organization.id !== organization.id) throw missing('organization', organization.slug);
  const all = await larder.catalog.registries.list(organization.id);
  const rows = all
    .filter((registry) => reaches(caller(), registry))
    .map((registry) => [
      html`<a href="${registryUrl({ organization, registry }, urls)}">${registry.name}</a>`,
      registry.ecosystem,
      visibility(registry),
    ]);
  return page({
    title: organization.name,
    crumbs: [{ text: organization.name, url: urls.web('organizations', organization.slug) }],
    main: html`<h1>${organization.name}</h1>
      <h2>Registries</h2>
      ${
        rows.length === 0
          ? html`<p>There are no registries yet.</p>`
          : table('All registries that you may see, oldest first', ['Name', 'Ecosystem', 'Access'], rows)
      }`,
  });
};
