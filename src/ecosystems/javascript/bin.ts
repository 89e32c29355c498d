/** The commands of a package: `bin` in package.json, in the form in which npm publishes it. */
import { isObject, textOf } from '../../formats/json-values.ts';
import { posix } from 'node:path';
import type { JsonObject, JsonValue } from '../../model/values.ts';
import { unscoped } from './package-name.ts';

/** Paths below the package by the name of the command. */
export type Commands = ReadonlyMap<string, string>;

/** Returns the commands of a manifest like npm-normalize-package-bin: a path, a list of paths, or paths by name. */
export function commandsOf({ name, bin }: JsonObject): Commands {
  if (typeof bin === 'string') return asCommands([[unscoped(textOf(name) ?? ''), bin]]);
  if (Array.isArray(bin)) return asCommands(bin.map((path: JsonValue) => [posix.basename(textOf(path) ?? ''), path]));
  return asCommands(isObject(bin) ? Object.entries(bin) : []);
}

/** Returns a path below the package, without a slash at its beginning. */
export function pathBelow(path: string): string {
  return posix.join('/', path.replaceAll('\\', '/')).slice(1);
}

function asCommands(entries: readonly (readonly [string, JsonValue])[]): Commands {
  const commands = new Map<string, string>();
  for (const [name, path] of entries) {
    const command = posix.basename(pathBelow(name.replaceAll(':', '/')));
    const target = typeof path === 'string' ? pathBelow(path) : '';
    if (command !== '' && target !== '') commands.set(command, target);
  }
  return commands;
}
