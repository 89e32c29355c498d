/** The commands of the clients that install from a Python registry and publish to it. */
import type { ClientLines, Instructions, NativeRegistry, PackageToInstall } from '../../serving/instructions.ts';
import { pipUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name: file, sha256 }) => pipUrls(home.publicUrl).of('getDistribution', { ...home, sha256, file }),
  acceptsForms: true,
  clients: (home) => [pip, uv, poetry, pdm, hatch, twine, flit].map((linesOf) => linesOf(home)),
};

// Other users of a machine can read command lines, but not environments: the token is in variables.

function pip(home: NativeRegistry): ClientLines {
  const variable = `PIP_INDEX_URL="${indexUrl(home)}"`;
  return {
    client: 'pip',
    setUp: [`export ${variable}`],
    publish: [],
    tokenAdvice:
      'pip also reads the token from ~/.netrc ("machine HOST login any password TOKEN", readable only by you) or from keyring; omit "any:$TOKEN@" then.',
    install: (pkg) => [
      home.public
        ? `pip install --index-url "${indexUrl(home)}" ${releaseOf(pkg)}`
        : `${variable} pip install ${releaseOf(pkg)}`,
    ],
  };
}

function uv(home: NativeRegistry): ClientLines {
  const variable = `UV_DEFAULT_INDEX="${indexUrl(home)}"`;
  return {
    client: 'uv',
    setUp: [`export ${variable}`],
    publish: [`UV_PUBLISH_URL="${uploadUrl(home)}" ${login('UV_PUBLISH_USERNAME', 'UV_PUBLISH_PASSWORD')} uv publish`],
    install: (pkg) => ['uv venv --allow-existing', `${variable} uv pip install ${releaseOf(pkg)}`],
  };
}

/** The commands change `pyproject.toml` of the current folder. */
function poetry(home: NativeRegistry): ClientLines {
  const { registry } = home;
  // Poetry, "Environment variables": the name of the source in upper case, with underscores.
  const prefix = `POETRY_HTTP_BASIC_${registry.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  const credentials = login(`${prefix}_USERNAME`, `${prefix}_PASSWORD`);
  const setUp = [
    `poetry source add --priority=primary ${registry} "${publicIndexUrl(home)}"`,
    ...(home.public ? [] : [`export ${credentials}`]),
  ];
  return {
    client: 'poetry',
    setUp,
    publish: [
      `poetry config repositories.${registry} "${uploadUrl(home)}"`,
      `${credentials} poetry publish --repository ${registry}`,
    ],
    install: (pkg) => [...setUp, `poetry add ${releaseOf(pkg)}`],
  };
}

/** The commands change `pyproject.toml` of the current folder, which names the variable and not the token. */
function pdm(home: NativeRegistry): ClientLines {
  // The name replaces the public index.
  const source = ['[[tool.pdm.source]]', 'name = "pypi"', `url = "${indexUrl(home).replace('$TOKEN', '${TOKEN}')}"`];
  const setUp = [`printf '%s\\n' '' ${source.map((line) => `'${line}'`).join(' ')} >> pyproject.toml`];
  return {
    client: 'pdm',
    setUp: [...setUp, ...(home.public ? [] : ['export TOKEN'])],
    publish: [
      `PDM_PUBLISH_REPO="${uploadUrl(home)}" ${login('PDM_PUBLISH_USERNAME', 'PDM_PUBLISH_PASSWORD')} pdm publish`,
    ],
    install: (pkg) => [...setUp, `${home.public ? '' : 'TOKEN="$TOKEN" '}pdm add ${releaseOf(pkg)}`],
  };
}

/** Hatch installs the dependencies of its environments with pip. */
function hatch(home: NativeRegistry): ClientLines {
  return {
    client: 'hatch',
    setUp: [`export PIP_INDEX_URL="${indexUrl(home)}"`],
    publish: [`HATCH_INDEX_REPO="${uploadUrl(home)}" ${login('HATCH_INDEX_USER', 'HATCH_INDEX_AUTH')} hatch publish`],
    install: () => [],
  };
}

function twine(home: NativeRegistry): ClientLines {
  const url = `TWINE_REPOSITORY_URL="${uploadUrl(home)}"`;
  return onlyPublishes('twine', `${url} ${login('TWINE_USERNAME', 'TWINE_PASSWORD')} twine upload dist/*`);
}

function flit(home: NativeRegistry): ClientLines {
  const url = `FLIT_INDEX_URL="${uploadUrl(home)}"`;
  return onlyPublishes('flit', `${url} ${login('FLIT_USERNAME', 'FLIT_PASSWORD')} flit publish`);
}

function onlyPublishes(client: string, line: string): ClientLines {
  return { client, setUp: [], publish: [line], install: () => [] };
}

/** Any user name goes with a token. */
function login(user: string, password: string): string {
  return `${user}=any ${password}="$TOKEN"`;
}

/** Returns a requirement in single quotes, because shells expand the exclamation mark of an epoch. */
function releaseOf({ name, version }: PackageToInstall): string {
  return `'${name}==${version}'`;
}

function indexUrl(home: NativeRegistry): string {
  const list = publicIndexUrl(home);
  return home.public ? list : list.replace('://', '://any:$TOKEN@');
}

function publicIndexUrl(home: NativeRegistry): string {
  return pipUrls(home.publicUrl).of('listProjects', home);
}

function uploadUrl(home: NativeRegistry): string {
  return pipUrls(home.publicUrl).of('publishDistribution', home);
}
