/** Small elements that several pages use. */
import { asTime } from '../serving/time.ts';
import type { Package, Registry } from '../model/records.ts';
import { html, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';

/** Renders commands to paste into a shell. */
export function shellLines(lines: readonly string[]): Html {
  return html`<pre tabindex="0"><code>${lines.join('\n')}</code></pre>`;
}

/** Renders the commands of a client below its name; those of the first one are open. */
export function linesOfClient(client: string, lines: Html, index: number): Html {
  return html`<details class="client" ${index === 0 ? html`open` : undefined}>
    <summary>${client}</summary>
    ${lines}
  </details>`;
}

/** Renders a time relative to now; the exact one, to the minute in UTC, is its title. */
export function moment(date: Date): Html {
  const time = asTime(date);
  const exact = `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
  return html`<time class="date" datetime="${time}" title="${exact}">${relativeTime(date, new Date())}</time>`;
}

/** Renders the variant of a package after its version, then its standing if it is not offered, and its tags. */
export function detailsAfter(pkg: Package): Html {
  const { variant } = pkg;
  return html`${variant === null ? undefined : html` <span class="quiet">${variant}</span>`}
  ${standingMark(pkg)}${pkg.tags.map((tag) => html` <span class="tag">${tag}</span>`)}`;
}

/** Renders the standing of a package; undefined if it is offered. */
export function standingMark({ standing }: Package): Html | undefined {
  return standing === 'offered' ? undefined : html` <span class="tag ${standing}">${standing}</span>`;
}

export function visibility(registry: Registry): string {
  return registry.public ? 'public' : 'private';
}

/**
 * Returns a note for lines that contain `$TOKEN`, including `advice`; undefined if they do not contain it. Machines
 * that install packages store the token, so the note recommends one that can only read.
 */
export function tokenNote(lines: readonly string[], slug: string, advice?: string): Html | undefined {
  if (!lines.some((line) => /\$(?:TOKEN\b|\{TOKEN\})/.test(line))) return undefined;
  const create = `larder token create --registry ${slug} --description NAME`;
  return html`<p class="quiet">
    Replace <code>$TOKEN</code> with a token that can only read this registry: <code>${create}</code>. ${advice}
  </p>`;
}
