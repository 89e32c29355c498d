/** The messages to the user: a success, or what went wrong and what to do. */
import { LarderError } from 'larder-client';

const news = document.querySelector('#news');
const trouble = document.querySelector('#trouble');

export function hideAll() {
  news.hidden = true;
  trouble.hidden = true;
}

export function showNews(text) {
  news.textContent = text;
  news.hidden = false;
}

export function showTrouble(text) {
  trouble.textContent = text;
  trouble.hidden = false;
}

/** A problem contains its remedy; a network error does not. */
export function inWords(error) {
  if (error instanceof LarderError) return `${words[error.status] ?? 'That failed.'} ${error.problem?.detail ?? ''}`;
  return `The server cannot be reached, or is no Larder: ${error.message}`;
}

const words = {
  401: 'This token does not work.',
  403: 'This token may not do that.',
  404: 'That is not here, or not any more.',
  409: 'It already exists.',
  422: 'The server does not take this.',
};
