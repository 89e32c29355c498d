/** Generators of Python. Their output is compiled and checked by mypy, and the driver with it. */
import os from 'node:os';
import path from 'node:path';
import type { Command, Generator, Tools } from '../generator.ts';
import { openapiGenerator } from './openapi-generator.ts';

const pythonLanguage = {
  shared: ['drivers/python/scenario.py'],
  drive: (tools) => python(tools, 'driver.py'),
} as const satisfies Partial<Generator>;

export const pythonGenerators: readonly Generator[] = [
  {
    ...pythonLanguage,
    name: 'openapi-python-client',
    shared: [...pythonLanguage.shared, 'drivers/python/openapi-python-client.yaml'],
    driver: ['drivers/python/openapi_python_client.py', 'driver.py'],
    always: true,
    tools: ['python'],
    generate: ({ name, file }, tools) => {
      const options = ['--meta', 'none', '--config', 'openapi-python-client.yaml', '--fail-on-warning', '--overwrite'];
      return python(
        tools,
        '-m',
        'openapi_python_client',
        'generate',
        '--path',
        file,
        '--output-path',
        name,
        ...options,
      );
    },
    compile: (tools) => compile(tools, '--strict'),
    allowed: [],
  },
  {
    ...pythonLanguage,
    // It writes a folder with the name of the package.
    ...openapiGenerator('python', (bundle) => ({ packageName: bundle, generateSourceCodeOnly: 'true' }), '.'),
    driver: ['drivers/python/openapi_generator.py', 'driver.py'],
    tools: ['python', 'openapi-generator'],
    // Its output is not strictly typed, as its own settings for mypy show.
    compile: (tools) => compile(tools),
  },
];

function compile(tools: Tools, ...mypyOptions: readonly string[]): readonly Command[] {
  return [
    python(tools, '-m', 'compileall', '-q', '.'),
    python(tools, '-m', 'mypy', '--cache-dir', os.devNull, ...mypyOptions, '.'),
  ];
}

function python(tools: Tools, ...parameters: readonly string[]): Command {
  const environment = { PYTHONPATH: path.join(tools('python'), 'packages') };
  return { program: 'python3', parameters, environment };
}
