/**
 * Which folder may import which, for dependency-cruiser. Imports run down only: a folder may import itself and the folders
 * of later lines; folders of one line do not import each other. Type imports count.
 */
import type { ICruiseOptions, IFlattenedRuleSet } from 'dependency-cruiser';

const layers: readonly (readonly string[])[] = [
  ['cli'],
  ['server'],
  ['mock', 'verify'],
  ['api', 'web', 'ecosystems'],
  ['serving'],
  ['registry'],
  ['contract'],
  ['storage'],
  ['formats'],
  ['model'],
];

/** Libraries that one place uses, so that it can be exchanged there. */
const owners: Readonly<Record<string, string>> = {
  'express-openapi-validator': '^src/contract/validation/full-check\\.ts$',
  kysely: '^src/storage/catalog/',
  pg: '^src/storage/catalog/',
  // The blob store uses its locks.
  sqlite: '^src/storage/(catalog/|file-blobs/lock-file\\.ts$)',
};

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

const downwards: readonly Rule[] = layers.slice(1).flatMap((layer, above) =>
  layer.map((folder) => {
    const others = layers
      .slice(0, above + 2)
      .flat()
      .filter((other) => other !== folder);
    return forbid(`${folder} imports only what is below it`, `^src/${folder}/`, `^src/(${others.join('|')})/`);
  }),
);

export const ruleSet: IFlattenedRuleSet = {
  forbidden: [
    ...downwards,
    forbid('only the command uses the client', '^src/(?!cli/|client/)', '^src/client/'),
    forbid('the command uses what the client exports', '^src/cli/', '^src/client/(?!index\\.ts$)'),
    forbid('an ecosystem does not import another one', '^src/ecosystems/([^/]+)/', '^src/ecosystems/(?!$1/)'),
    { ...forbid('no circles', '', ''), from: {}, to: { circular: true } },
    {
      ...forbid('readers run in threads, without the rest of the server', '', ''),
      from: { path: '^src/(ecosystems/[^/]+/read|registry/reading/thread)\\.ts$' },
      to: { path: '^src/(server|serving|contract|storage)/', reachable: true },
    },
    {
      ...forbid('only the domain writes to the catalog', '', ''),
      from: { path: '^src/(?!registry/|server/)' },
      to: { path: '^src/registry/writable\\.ts$' },
    },
    {
      // `npm ci --omit=dev` installs a server without those. The mock is a development tool.
      ...forbid('src runs without development dependencies', '', ''),
      from: { path: '^src/', pathNot: '^src/mock/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    forbid('src imports neither test nor scripts', '^src/', '^(test|scripts)/'),
    forbid('test does not import scripts', '^test/', '^scripts/'),
    forbid('scripts do not import test', '^scripts/', '^test/'),
    forbid(
      'the client imports what is generated for it',
      '^src/client/',
      '^(src/(?!client/)|generated/(?!(api|errors|methods|operations)\\.ts$))',
    ),
    {
      ...forbid('the client uses openapi-fetch only', '', ''),
      from: { path: '^src/client/' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: '/openapi-fetch/' },
    },
    {
      // It is large, and has nothing for run time.
      ...forbid('the client imports only types of the API', '', ''),
      from: { path: '^src/client/' },
      to: { path: '^generated/(api|methods)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(owners).map(([library, owner]) => ({
      ...forbid(`only its owner imports ${library}`, '', ''),
      from: { path: '^src/', pathNot: owner },
      to: { path: `(^|/)node_modules/${library}/|^(node:)?${library}$` },
    })),
  ],
};

export const cruiseOptions: ICruiseOptions = {
  ruleSet,
  validate: true,
  doNotFollow: { path: '(^|/)node_modules/' },
  exclude: {
    path: '^generated/reference|^test/generators/drivers/|^test/client/runtimes/|^test/clients/javascript/node_modules/',
  },
  tsPreCompilationDeps: true,
};

function forbid(name: string, from: string, to: string): Rule {
  return { name, severity: 'error', from: { path: from }, to: { path: to } };
}
