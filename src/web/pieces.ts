/** Small pieces that several pages show. */
import { asTime } from '../serving/time.ts';
import type { Package, Registry } from '../model/records.ts';
import { html, type Html } from './html.ts';

/** Lines to paste into a shell. */
export function shellLines(lines: readonly string[]): Html {
  return html`<pre><code>${lines.join('\n')}</code></pre>`;
}

/** A time to the minute, in UTC. */
export function moment(date: Date): Html {
  const time = asTime(date);
  return html`<time datetime="${time}"><span class="date">${time.slice(0, 10)}</span> ${time.slice(11, 16)} UTC</time>`;
}

/** What tells two packages of one version apart, to stand behind the version. */
export function variantAfter({ variant }: Package): Html | undefined {
  return variant === null ? undefined : html` <span class="quiet">${variant}</span>`;
}

export function visibility(registry: Registry): string {
  return registry.public ? 'public' : 'private';
}

/**
 * Returns what to know before pasting lines that name `$TOKEN`, `advice` included. Returns undefined if they name none.
 * Machines that install keep the token, so it is one that can do nothing else.
 */
export function tokenNote(lines: readonly string[], slug: string, advice?: string): Html | undefined {
  if (!lines.some((line) => line.includes('$TOKEN'))) return undefined;
  const create = `larder token create --registry ${slug} --description NAME`;
  return html`<p class="quiet">
    <code>$TOKEN</code> stands for a token that reads this registry, and nothing else: <code>${create}</code>. ${advice}
  </p>`;
}
