/** Commands of docker and helm, and the URLs of manifests and blobs. */
import type { FileToDownload, Instructions, NativeRegistry, PackageToInstall } from '../../serving/instructions.ts';
import { ociUrls } from './urls.ts';

/** A manifest has the name of its version; every other file is a blob. */
function download(home: NativeRegistry, { name: file, package: { name, version } }: FileToDownload): string {
  const { organization, registry } = home;
  const urls = ociUrls(home.publicUrl);
  return file === version
    ? urls.of('getManifest', { organization, registry, name, reference: file })
    : urls.of('getBlob', { organization, registry, name, digest: file });
}

function login(home: NativeRegistry): string {
  const program = isCharts(home) ? `helm registry login${plainOption(home)}` : 'docker login';
  const { host } = new URL(home.publicUrl);
  return `printf %s "$TOKEN" | ${program} ${host} --username buildkite --password-stdin`;
}

/** Names an image by its first tag, as people do. Helm finds charts by versions, which differ from tags. */
function imageOf(home: NativeRegistry, { name, version, tags: [tag] }: PackageToInstall): string {
  const image = `${registryOf(home)}/${name}`;
  return tag === undefined || isCharts(home) ? `${image}@${version}` : `${image}:${tag}`;
}

function registryOf({ publicUrl, organization, registry }: NativeRegistry): string {
  return `${new URL(publicUrl).host}/${organization}/${registry}`;
}

/** Helm reads the same URLs, as charts. */
function isCharts({ ecosystem }: NativeRegistry): boolean {
  return ecosystem === 'helm_oci';
}

/** Docker uses plain HTTP for this machine without an option, and only then. */
function plainOption({ publicUrl }: NativeRegistry): string {
  return new URL(publicUrl).protocol === 'http:' ? ' --plain-http' : '';
}

export const ociLines: Instructions = {
  download,
  tokenAdvice: 'The client stores the token for all registries of this host.',
  setUp: (home) => (home.public ? [] : [login(home)]),
  publish: (home) => [
    login(home),
    isCharts(home)
      ? `helm push${plainOption(home)} CHART.tgz oci://${registryOf(home)}`
      : `docker push ${registryOf(home)}/NAME:TAG`,
  ],
  install: (home, pkg) => [
    isCharts(home) ? `helm pull${plainOption(home)} oci://${imageOf(home, pkg)}` : `docker pull ${imageOf(home, pkg)}`,
  ],
};
