/** The URLs that answers carry, made from the public base URL and the paths of the contract. */
import type { operations } from '../../generated/api.ts';
import type { OpenApiDocument } from '../contract/description.ts';

export interface Urls {
  /** The URL of an operation. */
  of<Id extends keyof operations>(
    operation: Id,
    path: PathOf<Id>,
    query?: Readonly<Record<string, string | undefined>>,
  ): string;
  /** Where people look at things. */
  web(...segments: readonly string[]): string;
}

type PathOf<Id extends keyof operations> = operations[Id]['parameters'] extends { path: infer P extends PathValues }
  ? P
  : PathValues;

type PathValues = Readonly<Record<string, string>>;

/** `base` is the public URL of the server, without a slash at its end. */
export function createUrls(base: string, description: OpenApiDocument): Urls {
  const templates = new Map(
    Object.entries(description.paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => [(operation as { operationId?: string }).operationId, path] as const),
    ),
  );
  return {
    of: (operation, path: PathValues, query = {}) => {
      const values = new Map(Object.entries(path));
      const filled = (templates.get(operation) ?? '').replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
        encodeURIComponent(values.get(name) ?? ''),
      );
      const pairs = Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
      );
      return base + filled + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
    },
    web: (...segments) => [base, ...segments.map(encodeURIComponent)].join('/'),
  };
}
