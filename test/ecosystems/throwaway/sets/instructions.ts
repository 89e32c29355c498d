import type { Instructions } from '../../../../src/serving/instructions.ts';
import { pathOf } from './coordinates.ts';

export const instructions: Instructions = {
  download: ({ url }, { name: file, package: { name, version } }) => `${url}/sets/${pathOf({ name, version, file })}`,
  setUp: () => [],
  install: ({ url }, { name, version, files }) =>
    files.map((file) => `curl -fsSO ${url}/sets/${pathOf({ name, version, file })}`),
};
