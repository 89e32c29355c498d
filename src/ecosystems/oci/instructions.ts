/** Commands of docker, podman and helm, and the URLs of manifests and blobs. */
import type {
  ClientLines,
  FileToDownload,
  Instructions,
  NativeRegistry,
  PackageToInstall,
} from '../../serving/instructions.ts';
import { ociUrls } from './urls.ts';

export const instructions: Instructions = {
  download,
  acceptsForms: false,
  // Helm reads the same URLs, as charts.
  clients: (home) => (home.ecosystem === 'helm_oci' ? [helm(home)] : [docker(home), podman(home)]),
};

/** A manifest has the name of its version; every other file is a blob. */
function download(home: NativeRegistry, { name: file, package: { name, version } }: FileToDownload): string {
  const { organization, registry } = home;
  const urls = ociUrls(home.publicUrl);
  return file === version
    ? urls.of('getManifest', { organization, registry, name, reference: file })
    : urls.of('getBlob', { organization, registry, name, digest: file });
}

/** Docker uses plain HTTP for this machine without an option, and only then. */
function docker(home: NativeRegistry): ClientLines {
  const login = loginWith('docker login', home);
  return {
    client: 'docker',
    setUp: home.public ? [] : [login],
    publish: [login, `docker push ${registryOf(home)}/NAME:TAG`],
    tokenAdvice,
    install: (pkg) => [`docker pull ${imageOf(home, pkg)}`],
  };
}

function podman(home: NativeRegistry): ClientLines {
  const option = isPlain(home) ? ' --tls-verify=false' : '';
  const login = loginWith(`podman login${option}`, home);
  return {
    client: 'podman',
    setUp: home.public ? [] : [login],
    publish: [login, `podman push${option} ${registryOf(home)}/NAME:TAG`],
    tokenAdvice,
    install: (pkg) => [`podman pull${option} ${imageOf(home, pkg)}`],
  };
}

/** Helm finds charts by versions, which differ from tags. */
function helm(home: NativeRegistry): ClientLines {
  const option = isPlain(home) ? ' --plain-http' : '';
  const login = loginWith(`helm registry login${option}`, home);
  return {
    client: 'helm',
    setUp: home.public ? [] : [login],
    publish: [login, `helm push${option} CHART.tgz oci://${registryOf(home)}`],
    tokenAdvice,
    install: ({ name, version }) => [`helm pull${option} oci://${registryOf(home)}/${name}@${version}`],
  };
}

const tokenAdvice = 'The client stores the token for all registries of this host.';

function loginWith(command: string, { publicUrl }: NativeRegistry): string {
  return `printf %s "$TOKEN" | ${command} ${new URL(publicUrl).host} --username buildkite --password-stdin`;
}

/** Names an image by its first tag, as people do. */
function imageOf(home: NativeRegistry, { name, version, tags: [tag] }: PackageToInstall): string {
  const image = `${registryOf(home)}/${name}`;
  return tag === undefined ? `${image}@${version}` : `${image}:${tag}`;
}

function registryOf({ publicUrl, organization, registry }: NativeRegistry): string {
  return `${new URL(publicUrl).host}/${organization}/${registry}`;
}

function isPlain({ publicUrl }: NativeRegistry): boolean {
  return new URL(publicUrl).protocol === 'http:';
}
