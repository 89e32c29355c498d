/** The script of all pages, included in each. Pages work without it. */

/**
 * Adds a button to each block of commands that copies its text. Browsers have no clipboard for pages without TLS, so the
 * text is selected then.
 */
export const script = `
for (const pre of document.querySelectorAll('pre')) {
  const box = document.createElement('div');
  const button = document.createElement('button');
  box.className = 'copied';
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(pre);
      button.textContent = 'Selected';
    }
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  pre.replaceWith(box);
  box.append(pre, button);
}
`;
