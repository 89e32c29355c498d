/** Problems whose texts name the scope and the resource of their operation, instead of those of the example. */
import type { DescribedOperation } from '../contract/description.ts';
import { parameterNames } from '../contract/path-template.ts';

interface Problem {
  readonly type: string;
  readonly detail: string;
}

/** Returns the body of an example, with other texts if it is a problem about a scope or a missing resource. */
export function fittingProblem(
  operation: DescribedOperation,
  path: Readonly<Record<string, string>>,
  body: unknown,
): unknown {
  const { type, detail } = Object(body) as Partial<Problem>;
  if (typeof type !== 'string' || typeof detail !== 'string') return body;
  const fitting = detailFor(type, detail, operation, path);
  return { ...(body as object), detail: fitting, message: fitting };
}

function detailFor(
  type: string,
  detail: string,
  { access, path: template }: DescribedOperation,
  path: Readonly<Record<string, string>>,
): string {
  if (type.endsWith(':missing-scope')) {
    const scope = access.ways.flatMap(({ scopes }) => scopes).at(0);
    return scope === undefined ? detail : detail.replaceAll(/\b(?:read|write|delete)_\w+/g, scope);
  }
  const missing = parameterNames(template).at(-1);
  if (!type.endsWith(':not-found') || missing === undefined) return detail;
  const kind = missing.replaceAll('_', ' ');
  const subject = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} "${path[missing]}"`;
  return detail.replace(/^.*? not found/, `${subject} not found`);
}
