import type { Registry } from '../../model/records.ts';
import type { Larder } from '../../registry/larder.ts';

/** Returns the revision of a package, which clients echo when they change it; '0' if it does not exist. */
export async function revisionOf(
  { catalog }: Pick<Larder, 'catalog'>,
  { id }: Pick<Registry, 'id'>,
  name: string,
): Promise<string> {
  const project = await catalog.projects.find(id, name);
  return String(project?.revision ?? 0);
}
