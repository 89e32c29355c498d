/** The status of projects, for ecosystems whose clients read one. */
import { Failure } from '../model/failure.ts';
import type { Project, ProjectStatus, Registry } from '../model/records.ts';
import { changeProject, type ProjectChangeOptions } from './change-project.ts';
import type { Larder } from './larder.ts';

/** Returns a project by any spelling of its name. Throws `not-found`. */
export async function findProject({ catalog, ecosystems }: Larder, registry: Registry, name: string): Promise<Project> {
  const project = await catalog.projects.find(registry.id, ecosystems[registry.ecosystem].names.nameKey(name));
  if (project) return project;
  throw new Failure('not-found', `Registry "${registry.slug}" has no project "${name}". Publish a package first.`);
}

/** Returns the project with its new status. Throws `not-found`, or `ecosystem-mismatch` if clients read no status. */
export async function setProjectStatus(
  larder: Larder,
  registry: Registry,
  name: string,
  { by, status, reason }: ProjectStatus & Pick<ProjectChangeOptions, 'by'>,
): Promise<Project> {
  const { id: ecosystem, projectStatus } = larder.ecosystems[registry.ecosystem];
  if (projectStatus === 'none') {
    const detail = `Clients of ${ecosystem} read no status of projects. Unlist or withdraw its packages instead.`;
    throw new Failure('ecosystem-mismatch', detail);
  }
  const project = await findProject(larder, registry, name);
  await changeProject(larder, registry, project.id, { status: { status, reason } }, { by });
  return { ...project, status, reason };
}
