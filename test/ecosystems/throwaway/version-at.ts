import type { Registry } from '../../../src/model/records.ts';
import type { Larder } from '../../../src/registry/larder.ts';

/** Returns the version that a tag points to; the reference itself if there is no such tag. */
export async function versionAt(
  { catalog }: Pick<Larder, 'catalog'>,
  { id }: Pick<Registry, 'id'>,
  nameKey: string,
  reference: string,
): Promise<string> {
  const project = await catalog.projects.find(id, nameKey);
  const tag = project && (await catalog.projects.tag(project.id, reference));
  return tag?.version ?? reference;
}
