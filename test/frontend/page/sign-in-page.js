/** Prompts for the URL of Larder and a token. */
import { element } from './elements.js';

export function signInPage({ signIn }) {
  const baseUrl = element('input', { type: 'url', required: true, placeholder: 'https://packages.example.com' });
  const token = element('input', { type: 'password', required: true, autocomplete: 'off' });
  const form = element(
    'form',
    {},
    element('h1', {}, 'Sign in'),
    element('label', {}, 'Server', baseUrl),
    element('label', {}, 'Token', token),
    element('button', { className: 'main' }, 'Sign in'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void signIn({ baseUrl: baseUrl.value, token: token.value });
  });
  return form;
}
