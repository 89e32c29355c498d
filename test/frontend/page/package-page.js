/** One package: its metadata, its files, and a button to delete it. */
import { element, table } from './elements.js';

export function packagePage({ item, files, remove }) {
  const facts = {
    Version: item.version,
    Variant: item.variant ?? 'none',
    Published: new Date(item.created_at).toLocaleString('en-GB'),
    'SHA-256': item.digests.sha256,
    ...item.metadata,
  };
  const entries = Object.entries(facts).flatMap(([name, value]) => [
    element('dt', {}, name.replaceAll('_', ' ')),
    element('dd', {}, [value].flat().join(', ')),
  ]);
  const button = element('button', { type: 'button', className: 'danger' }, 'Delete');
  button.addEventListener('click', () => void remove());
  return [
    element('a', { href: `#/${item.organization.slug}/${item.registry.slug}`, className: 'back' }, '← Packages'),
    element('h1', {}, `${item.name} ${item.version}`),
    element('dl', {}, ...entries),
    element('h2', {}, 'Files'),
    table(
      ['Name', 'Size'],
      files.map(({ name, size }) => [name, `${size} bytes`]),
    ),
    element('div', { className: 'row' }, button),
  ];
}
