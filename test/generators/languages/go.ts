/** Generators of Go. Their output is compiled and vetted, and the driver with it. */
import type { Command, Generator, Tools } from '../generator.ts';
import { goEnvironment } from '../tools.ts';
import { openapiGenerator } from './openapi-generator.ts';

const goLanguage = {
  shared: ['drivers/go/scenario.go', 'tools/go/go.mod', 'tools/go/go.sum'],
  compile: (tools) => [go(tools, 'vet', './...')],
  drive: (tools) => go(tools, 'run', '.'),
} as const satisfies Partial<Generator>;

export const goGenerators: readonly Generator[] = [
  {
    ...goLanguage,
    name: 'oapi-codegen',
    driver: ['drivers/go/oapi-codegen.go', 'driver.go'],
    always: true,
    tools: ['go', 'oapi-codegen'],
    generate: ({ name, file }, tools) => {
      const options = ['-generate', 'types,client', '-package', name, '-o', `${name}/client.go`];
      const environment = goEnvironment(tools('go'));
      return { program: tools('oapi-codegen'), parameters: [...options, file], environment };
    },
    allowed: [],
  },
  {
    ...goLanguage,
    ...openapiGenerator('go', (bundle) => ({ packageName: bundle, withGoMod: 'false' })),
    driver: ['drivers/go/openapi-generator.go', 'driver.go'],
    tools: ['go', 'openapi-generator'],
  },
];

function go(tools: Tools, ...parameters: readonly string[]): Command {
  return { program: tools('go'), parameters, environment: goEnvironment(tools('go')) };
}
