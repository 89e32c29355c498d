/** The entry of a version in the lists of its module: one line of JSON. */

export interface ModuleEntry {
  readonly submodules: readonly string[];
}

export function writeModuleEntry({ submodules }: ModuleEntry): string {
  return JSON.stringify({ submodules });
}

/** Reads an entry that `writeModuleEntry` wrote. */
export function readModuleEntry(text: string): ModuleEntry {
  return JSON.parse(text) as ModuleEntry;
}
