/** All registries of an organization. */
import { element, link, table } from './elements.js';

export function registriesPage({ organization, registries }) {
  const rows = registries.map(({ slug, name, ecosystem, description }) => [
    link(name, organization, slug),
    ecosystem,
    element('span', { className: 'soft' }, description ?? ''),
  ]);
  return [element('h1', {}, 'Registries'), table(['Name', 'Ecosystem', 'Description'], rows)];
}
