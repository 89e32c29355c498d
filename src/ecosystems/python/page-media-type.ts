/** Chooses the media type of a page (PEP 691, "Version + format selection"; RFC 9110, section 12.5.1). */

export const HTML = 'text/html';
export const HTML_V1 = 'application/vnd.pypi.simple.v1+html';
export const JSON_V1 = 'application/vnd.pypi.simple.v1+json';

export type PageMediaType = typeof HTML | typeof HTML_V1 | typeof JSON_V1;

/** The ranges that match each type, the most specific first. */
const NAMES: Readonly<Record<PageMediaType, readonly string[]>> = {
  [HTML]: [HTML, 'text/*', '*/*'],
  [HTML_V1]: [HTML_V1, 'application/vnd.pypi.simple.latest+html', 'application/*', '*/*'],
  [JSON_V1]: [JSON_V1, 'application/vnd.pypi.simple.latest+json', 'application/*', '*/*'],
};

const IN_ORDER: readonly PageMediaType[] = [HTML, HTML_V1, JSON_V1];

/** Returns the type that `accept` prefers, the first of equals; `text/html` if it has none, as PEP 691 allows. */
export function pageMediaType(accept: string | undefined): PageMediaType {
  const weights = readAccept(accept ?? '*/*');
  const best = Math.max(...IN_ORDER.map((type) => weightOf(type, weights)));
  return (best > 0 && IN_ORDER.find((type) => weightOf(type, weights) === best)) || HTML;
}

/** Returns the weight of the most specific matching range. */
function weightOf(type: PageMediaType, weights: ReadonlyMap<string, number>): number {
  const range = NAMES[type].find((name) => weights.has(name));
  return range === undefined ? 0 : (weights.get(range) ?? 0);
}

function readAccept(accept: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of accept.split(',')) {
    const [range = '', ...parameters] = item.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const q = weight === undefined ? 1 : Number(weight.slice(2));
    // An invalid weight is ignored.
    weights.set(range, Number.isNaN(q) ? 1 : q);
  }
  return weights;
}
