/** The status of projects: operations of the tag Packages. */
import type { components } from '../../generated/api.ts';
import type { Project } from '../model/records.ts';
import { publisherOf } from '../registry/callers.ts';
import { findProject, setProjectStatus as set } from '../registry/project-status.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';

const getProjectStatus: Operation<'getProjectStatus'> = async ({ found, path }, { larder }) => ({
  status: 200,
  body: asProjectStatus(await findProject(larder, found.registry, path.project)),
});

const setProjectStatus: Operation<'setProjectStatus'> = async (
  { found, path, body, requireCaller: caller },
  { larder },
) => {
  const change = { status: body.status, reason: body.reason || null, by: publisherOf(caller()) };
  return { status: 200, body: asProjectStatus(await set(larder, found.registry, path.project, change)) };
};

function asProjectStatus({ name, status, reason }: Project): components['schemas']['ProjectStatus'] {
  return { name, status, reason };
}

export const projectStatus = { getProjectStatus, setProjectStatus } satisfies Partial<ApiOperations>;
