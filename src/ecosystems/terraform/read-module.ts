import { mainFile, singleFile, type LocalFile, type Release } from '../../registry/ecosystem.ts';
import { readModuleArchive } from './module-archive.ts';
import { writeModuleEntry } from './module-entry.ts';
import { moduleFileName, moduleProject, parseModuleFileName, projectKey } from './module-name.ts';

/** Throws `UnacceptableFile`, or `MalformedFile` for bytes that are not an archive. */
export async function readModule(file: LocalFile): Promise<Release> {
  const name = parseModuleFileName(file.name);
  const { folder, submodules } = await readModuleArchive(file.path);
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
