/** The commands for helm 3 and 4. */
import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { chartUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name: file, package: { name } }) =>
    chartUrls(home.publicUrl).of('getChartFile', { ...home, name, file }),
  acceptsForms: true,
  clients: (home) => [
    {
      client: 'helm',
      setUp: [addRepository(home), 'helm repo update'],
      publish: [],
      // helm installs only what the index lists.
      install: ({ name, version, standing }) =>
        standing === 'offered'
          ? [addRepository(home), `helm install ${name} ${home.registry}/${name} --version ${version}`]
          : [],
    },
  ],
};

function addRepository(home: NativeRegistry): string {
  const url = folderOf(chartUrls(home.publicUrl).of('getChartIndex', home)).replace(/\/$/, '');
  // The token is read from the standard input, because other users of a machine can read command lines.
  return home.public
    ? `helm repo add ${home.registry} "${url}"`
    : `echo "$TOKEN" | helm repo add ${home.registry} "${url}" --username any --password-stdin`;
}
