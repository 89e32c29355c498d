/** A page of a registry's packages, and a form to publish one. */
import { element, link, table } from './elements.js';

export function registryPage({ registry, page, publish }) {
  const organization = new URL(registry.url).pathname.split('/')[4];
  const rows = page.items.map(({ id, name, version, variant, created_at: date }) => [
    link(name, organization, registry.slug, id),
    version,
    variant ?? '',
    element('span', { className: 'soft' }, new Date(date).toLocaleDateString('en-GB')),
  ]);
  return [
    element('a', { href: '#/', className: 'back' }, '← Registries'),
    element('h1', {}, registry.name, ' ', element('span', { className: 'soft' }, registry.ecosystem)),
    rows.length > 0 ? table(['Package', 'Version', 'Variant', 'Published'], rows) : element('p', {}, 'Nothing yet.'),
    element('nav', { className: 'row' }, turn('Newer', page.links.prev), turn('Older', page.links.next)),
    element('h2', {}, 'Publish a package'),
    publishForm(publish),
  ];
}

/** Leads to a neighbouring page by the query of its link; for nowhere if there is none. */
function turn(text, target) {
  const button = element('button', { type: 'button', disabled: target === undefined }, text);
  button.addEventListener('click', () => {
    location.hash = `${location.hash.split('?')[0]}${new URL(target).search}`;
  });
  return button;
}

function publishForm(publish) {
  const file = element('input', { type: 'file', required: true, ariaLabel: 'File' });
  const button = element('button', { className: 'main' }, 'Publish');
  const progress = element('progress', { max: 100, value: 0, hidden: true });
  const form = element('form', {}, element('div', { className: 'row' }, file, button), progress);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    [button.disabled, progress.hidden] = [true, false];
    await publish(file.files[0], (sent, total) => (progress.value = Math.round((100 * sent) / total)));
    [button.disabled, progress.hidden] = [false, true];
  });
  return form;
}
