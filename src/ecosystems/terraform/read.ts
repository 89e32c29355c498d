import { MalformedFile } from '../../formats/malformed-file.ts';
import { mainFile, onlyFile, singleFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readModuleArchive } from './module-archive.ts';
import { writeModuleEntry } from './module-entry.ts';
import { moduleFileName, moduleProject, parseModuleFileName, projectKey } from './module-name.ts';

/**
 * Returns the release of a module, whose name and version are in the name of its file. Throws `UnacceptableFile` for
 * other names, and for archives that Terraform cannot use.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  const name = parseModuleFileName(file.name);
  const { folder, submodules } = await readArchive(file.path);
  return {
    ...singleFile,
    name: moduleProject(name),
    version: name.version,
    variant: null,
    metadata: { provider: name.provider, submodules, ...(folder !== undefined && { folder }) },
    entries: [{ part: projectKey(moduleProject(name)), text: writeModuleEntry({ submodules }) }],
    // Both extensions are common, so one of them is the name of a version.
    files: [{ ...mainFile(file), name: moduleFileName(name) }],
  };
}

async function readArchive(path: string): ReturnType<typeof readModuleArchive> {
  try {
    return await readModuleArchive(path);
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}
