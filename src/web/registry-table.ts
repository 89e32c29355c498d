import type { Organization, Registry } from '../model/records.ts';
import type { Urls } from '../serving/urls.ts';
import { html, type Html } from './html.ts';
import { visibility } from './pieces.ts';
import { table } from './table.ts';
import { registryUrl } from './urls.ts';

/** Renders registries as a table, each with its emoji and its description. */
export function registryTable(organization: Organization, registries: readonly Registry[], urls: Urls): Html {
  const rows = registries.map((registry) => [
    html`${mark(registry)}<a href="${registryUrl({ organization, registry }, urls)}">${registry.name}</a>
      ${registry.description === null ? undefined : html`<span class="quiet brief">${registry.description}</span>`}`,
    html`<span class="word">${registry.ecosystem}</span>`,
    html`<span class="word">${visibility(registry)}</span>`,
  ]);
  return table('Oldest first', ['Name', 'Ecosystem', 'Access'], rows);
}

/** Renders the emoji of a registry; undefined if it has none, or the name of one, as in `:banana:`. */
export function mark({ emoji }: Registry): Html | undefined {
  return emoji === null || /^:.*:$/.test(emoji)
    ? undefined
    : html`<span class="emoji" aria-hidden="true">${emoji}</span> `;
}
