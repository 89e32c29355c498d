/** Generators of Go. Their output is compiled and vetted, and the driver with it. */
import type { Command, Generator, Tools } from '../generator.ts';
import { goEnvironment } from '../tools.ts';

export const goGenerators: readonly Generator[] = [
  {
    name: 'oapi-codegen',
    shared: ['drivers/go/scenario.go', 'tools/go/go.mod', 'tools/go/go.sum'],
    driver: ['drivers/go/oapi-codegen.go', 'driver.go'],
    always: true,
    tools: ['go', 'oapi-codegen'],
    generate: ({ name, file }, tools) => {
      const options = ['-generate', 'types,client', '-package', name, '-o', `${name}/client.go`];
      const environment = goEnvironment(tools('go'));
      return { program: tools('oapi-codegen'), parameters: [...options, file], environment };
    },
    compile: (tools) => [go(tools, 'vet', './...')],
    drive: (tools) => go(tools, 'run', '.'),
    allowed: [],
  },
];

function go(tools: Tools, ...parameters: readonly string[]): Command {
  return { program: tools('go'), parameters, environment: goEnvironment(tools('go')) };
}
