/** Generators of Python. Their output is compiled and checked by mypy, and the driver with it. */
import os from 'node:os';
import path from 'node:path';
import type { Command, Generator, Tools } from '../generator.ts';

export const pythonGenerators: readonly Generator[] = [
  {
    name: 'openapi-python-client',
    shared: ['drivers/python/scenario.py', 'drivers/python/openapi-python-client.yaml'],
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
    compile: (tools) => [python(tools, '-m', 'compileall', '-q', '.'), mypy(tools, '--strict')],
    drive: (tools) => python(tools, 'driver.py'),
    allowed: [],
  },
];

function mypy(tools: Tools, ...options: readonly string[]): Command {
  return python(tools, '-m', 'mypy', '--cache-dir', os.devNull, ...options, '.');
}

function python(tools: Tools, ...parameters: readonly string[]): Command {
  const environment = { PYTHONPATH: path.join(tools('python'), 'packages') };
  return { program: 'python3', parameters, environment };
}
