/** The runs of Schemathesis: one for each description, and one more that follows the links of the API. */
import { organization, token, type Shelf, type World } from './world.ts';

export interface Run {
  readonly name: string;
  /** Below `generated/`. */
  readonly bundle: string;
  readonly phases: readonly string[];
  /** Its part of the whole time. */
  readonly share: number;
  /** The text of a `schemathesis.toml`. */
  readonly config: string;
}

export function runsFor(world: World): readonly Run[] {
  const { things, debs, wheels, emptied, registryToken, indexes } = world;
  const bearer = `Bearer ${token}`;
  const basic = `Basic ${btoa(`x:${token}`)}`;
  const single = ['examples', 'coverage', 'fuzzing'];
  const all = [...single, 'stateful'];
  const api = known({
    ...valuesOf(things),
    'query.to': [emptied.registry],
    'path.registry_token': [registryToken],
  });
  return [
    {
      name: 'API',
      bundle: 'openapi.json',
      phases: single,
      share: 0.4,
      config: config(bearer, api + exceptions(world)),
    },
    {
      name: 'debian',
      bundle: 'native/debian.json',
      phases: all,
      share: 0.075,
      config: config(
        basic,
        known({
          ...valuesOf(debs),
          'path.sha256': [debs.sha256, ...indexes],
          'path.directory': ['binary-amd64'],
          'path.contents': ['Contents-amd64'],
        }),
      ),
    },
    {
      name: 'python',
      bundle: 'native/python.json',
      phases: all,
      share: 0.075,
      config: config(basic, known({ ...valuesOf(wheels), 'path.project': ['demo'] })),
    },
    {
      name: 'files',
      bundle: 'native/files.json',
      phases: all,
      share: 0.075,
      config: config(basic, known(valuesOf(things))),
    },
    {
      name: 'pages',
      bundle: 'pages.json',
      phases: all,
      share: 0.075,
      config: config(basic, known(valuesOf(things))),
    },
    // The last one: it deletes only what it has created itself, but withdraws other packages.
    { name: 'API, stateful', bundle: 'openapi.json', phases: ['stateful'], share: 0.3, config: config(bearer, '') },
  ];
}

/** Health checks concern the speed of data generation, warnings what `main.ts` checks by itself. */
function config(authorization: string, rest: string): string {
  return `suppress-health-check = ["all"]
continue-on-failure = true
warnings = false
[headers]
Authorization = "${authorization}"
[parameters]
organization = "${organization}"
${rest}`;
}

type Values = Readonly<Record<string, readonly string[]>>;

function valuesOf({ registry, package: id, file, sha256 }: Shelf): Values {
  return { 'path.registry': [registry], 'path.package': [id], 'path.file': [file], 'path.sha256': [sha256] };
}

/** Binds parameters to values that lead to what exists. One value in ten is generated nevertheless. */
function known(values: Values): string {
  const bound = Object.keys(values).map((key) => `"${key}" = { dictionary = "${key}", probability = 0.9 }\n`);
  const dictionaries = Object.entries(values).map(
    ([key, list]) => `[dictionaries."${key}"]\nvalues = ${JSON.stringify(list)}\n`,
  );
  return [...bound, ...dictionaries].join('');
}

function exceptions({ spare, emptied, withdrawn, marked, spareToken }: World): string {
  return `[dictionaries.marked]
values = ["${marked.registry}"]
[dictionaries.demo]
values = ["demo"]
[dictionaries.spare]
values = ["${spare.registry}"]
[dictionaries.emptied]
values = ["${emptied.registry}"]
[dictionaries.emptiedPackage]
values = ["${emptied.package}"]
[dictionaries.withdrawn]
values = ["${withdrawn.registry}"]
[dictionaries.withdrawnPackage]
values = ["${withdrawn.package}"]
[[operations]]
include-path = "/v2/packages/organizations/{organization}/registries/{registry}"
parameters = { "path.registry" = { dictionary = "spare" } }
[[operations]]
include-operation-id = "deletePackage"
parameters = { "path.registry" = { dictionary = "emptied" }, "path.package" = { dictionary = "emptiedPackage" } }
[[operations]]
include-operation-id = "withdrawPackage"
parameters = { "path.registry" = { dictionary = "withdrawn" }, "path.package" = { dictionary = "withdrawnPackage" } }
[[operations]]
include-operation-id = "restorePackage"
parameters = { "path.registry" = { dictionary = "withdrawn" }, "path.package" = { dictionary = "withdrawnPackage" } }
[[operations]]
include-operation-id = "getProjectStatus"
parameters = { "path.registry" = { dictionary = "marked" }, "path.project" = { dictionary = "demo" } }
[[operations]]
include-operation-id = "setProjectStatus"
parameters = { "path.registry" = { dictionary = "marked" }, "path.project" = { dictionary = "demo" } }
[[operations]]
include-operation-id = "revokeAccessToken"
headers = { Authorization = "Bearer ${spareToken}" }
# This phase ends with "Unsupported type: 'Binary'" for a form that has both a file and \`if\`.
[[operations]]
include-operation-id = "publishPackage"
phases = { coverage = { enabled = false } }
`;
}
