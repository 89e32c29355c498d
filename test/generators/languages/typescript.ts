/** Generators of TypeScript. Their output is compiled strictly, and the driver with it. */
import path from 'node:path';
import type { Command, Generator, Tools } from '../generator.ts';
import { openapiGenerator } from './openapi-generator.ts';

const typescript = {
  shared: ['drivers/typescript/tsconfig.json', 'drivers/typescript/scenario.ts'],
  compile: (tools) => [
    // Where the compiler and Node look for packages.
    { program: 'ln', parameters: ['-s', path.join(tools('npm'), 'node_modules'), 'node_modules'] },
    npmProgram(tools, 'tsc'),
  ],
  drive: () => ({ program: process.execPath, parameters: ['built/driver.js'] }),
} as const satisfies Partial<Generator>;

export const typescriptGenerators: readonly Generator[] = [
  {
    ...typescript,
    name: 'hey-api',
    driver: ['drivers/typescript/hey-api.ts', 'driver.ts'],
    always: true,
    tools: ['npm'],
    generate: ({ name, file }, tools) =>
      npmProgram(tools, 'openapi-ts', '--input', file, '--output', name, '--client', '@hey-api/client-fetch'),
    allowed: [],
  },
  {
    ...typescript,
    name: 'orval',
    shared: [...typescript.shared, 'drivers/typescript/orval.config.mjs'],
    driver: ['drivers/typescript/orval.ts', 'driver.ts'],
    always: false,
    tools: ['npm'],
    generate: ({ name, file }, tools) => ({
      ...npmProgram(tools, 'orval', '--config', 'orval.config.mjs'),
      environment: { LARDER_BUNDLE: name, LARDER_DESCRIPTION: file },
    }),
    allowed: [],
  },
  {
    ...typescript,
    name: 'openapi-fetch',
    driver: ['drivers/typescript/openapi-fetch.ts', 'driver.ts'],
    always: false,
    tools: ['npm'],
    generate: ({ name, file }, tools) => npmProgram(tools, 'openapi-typescript', file, '--output', `${name}/types.ts`),
    allowed: [],
  },
  {
    ...typescript,
    ...openapiGenerator('typescript-fetch'),
    driver: ['drivers/typescript/typescript-fetch.ts', 'driver.ts'],
    tools: ['npm', 'openapi-generator'],
  },
];

function npmProgram(tools: Tools, program: string, ...parameters: readonly string[]): Command {
  return { program: path.join(tools('npm'), 'node_modules/.bin', program), parameters };
}
