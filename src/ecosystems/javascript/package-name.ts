/** The rules for names of new packages (npm's documentation of package.json, "name"; validate-npm-package-name). */
import { builtinModules } from 'node:module';

/** In characters. */
const LONGEST_NAME = 214;
const RESERVED: ReadonlySet<string> = new Set(['node_modules', 'favicon.ico']);

/** Returns which rule a name violates, such as "has capitals"; undefined if a new package may have it. */
export function nameFault(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return `has ${name.length} characters; the maximum is ${LONGEST_NAME}`;
  if (name !== name.toLowerCase()) return 'has capitals; use lower case';
  const [, scope, base = ''] = /^(?:@([^/@]+)\/)?([^/]+)$/.exec(name) ?? [];
  const parts = scope === undefined ? [base] : [scope, base];
  if (!parts.every(isUrlSafe))
    return 'is not a name such as "demo" or "@scope/demo" of letters, digits, ".", "-" and "_"';
  if (/^[._-]/.test(base)) return 'begins with ".", "-" or "_"; begin with a letter or digit';
  if (scope === undefined && RESERVED.has(base)) return 'is reserved';
  if (scope === undefined && builtinModules.includes(base)) return 'is the name of a module of Node.js; choose another';
  return undefined;
}

/** Returns the name without its scope. */
export function unscoped(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** Returns the scope of a name without "@"; undefined if it has none. */
export function scopeOf(name: string): string | undefined {
  return name.startsWith('@') ? name.slice(1, name.indexOf('/')) : undefined;
}

/** RFC 3986, section 2.3, without the tilde, which npm excludes. */
function isUrlSafe(text: string): boolean {
  return /^[a-z0-9._-]+$/.test(text);
}
