/** Whether a client prefers a page to data (RFC 9110, section 12.5.1). */

/**
 * Returns true if HTML is the first of the types that `accept` weighs most, as for browsers. Programs that take HTML too,
 * such as pip, weigh other types more.
 */
export function prefersHtml(accept: string | undefined): boolean {
  let first: string | undefined;
  let most = 0;
  for (const item of accept?.split(',') ?? []) {
    const [type = '', ...parameters] = item.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const q = weight === undefined ? 1 : Number(weight.slice(2));
    if (q > most) [first, most] = [type, q];
  }
  return first === 'text/html' || first === 'application/xhtml+xml';
}
