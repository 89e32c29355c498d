/** Chooses the form of a packument (npm's registry documentation, "Package metadata"; RFC 9110, section 12.5.1). */

export const JSON_TYPE = 'application/json';
export const ABBREVIATED_TYPE = 'application/vnd.npm.install-v1+json';

export type PackumentType = typeof JSON_TYPE | typeof ABBREVIATED_TYPE;

/** Returns the abbreviated type if `accept` names it, and does not prefer `application/json`. */
export function packumentType(accept: string | undefined): PackumentType {
  const weights = new Map((accept ?? '').split(',').map(rangeIn));
  const abbreviated = weights.get(ABBREVIATED_TYPE) ?? 0;
  return abbreviated > 0 && abbreviated >= (weights.get(JSON_TYPE) ?? 0) ? ABBREVIATED_TYPE : JSON_TYPE;
}

/** An invalid weight is ignored. */
function rangeIn(item: string): [range: string, weight: number] {
  const [range = '', ...parameters] = item.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return [range, Number.isNaN(weight) ? 1 : weight];
}
