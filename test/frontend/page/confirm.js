/** Requires a confirmation before a permanent deletion. */
import { element } from './elements.js';

/** Resolves to whether it is meant. */
export function confirmDeletion(what) {
  const dialog = element(
    'dialog',
    {},
    element('h1', {}, `Delete ${what}?`),
    element('p', {}, 'Nobody will be able to install it any more.'),
    element(
      'form',
      { method: 'dialog', className: 'row' },
      element('button', { value: 'no' }, 'Keep it'),
      element('button', { value: 'yes', className: 'danger' }, 'Delete it'),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
