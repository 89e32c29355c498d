/**
 * Reads the paths of descriptions (OpenAPI 3.1, "Path Templating") segment by segment, and fills in their parameters.
 */

export type TemplateSegment = { readonly literal: string } | { readonly parameter: string };

/** Throws an `Error` for a segment that mixes text and value, which must be one parameter with a pattern. */
export function segmentsOfTemplate(path: string): TemplateSegment[] {
  return path
    .slice(1)
    .split('/')
    .map((segment) => {
      const [, parameter] = /^\{([^{}]+)\}$/.exec(segment) ?? [];
      if (parameter !== undefined) return { parameter };
      if (/[{}]/.test(segment))
        throw new Error(`${path}: "${segment}" mixes text and value. Make it one parameter with a pattern.`);
      return { literal: segment };
    });
}

/** Returns the names of a path's parameters, in order. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');
}

/** Returns the path with percent-encoded values. A value that spans segments keeps its slashes. */
export function fillTemplate(
  path: string,
  valueOf: (name: string) => string,
  spansSegments: (name: string) => boolean,
): string {
  return path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    spansSegments(name) ? encodeSegments(valueOf(name)) : encodeURIComponent(valueOf(name)),
  );
}

/** Percent-encodes a text that spans segments, except for its slashes and "@", which paths may have (RFC 3986, 3.3). */
export function encodeSegments(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%40', '@');
}
