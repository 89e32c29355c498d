/** Chooses the content coding of a reply (RFC 9110, section 12.5.3). */

/** Returns whether a client accepts gzip. An absent header means that it may not. An invalid weight is ignored. */
export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map((header ?? '').split(',').map(codingIn));
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

function codingIn(item: string): [coding: string, weight: number] {
  const [coding = '', ...parameters] = item.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return [coding, Number.isNaN(weight) ? 1 : weight];
}
