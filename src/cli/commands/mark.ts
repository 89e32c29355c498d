/** `larder mark`: sets the status of a project. */
import { Argument, type Command } from 'commander';
import type { components } from '../../../generated/api.ts';
import description from '../../../generated/openapi.json' with { type: 'json' };
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';
import { reply, sentence } from '../reply.ts';

interface Options extends RegistryOptions {
  readonly reason?: string;
}

type Marker = components['schemas']['ProjectStatusMarker'];

export function addMark(program: Command): void {
  const command = withRegistry(program.command('mark'))
    .description('Set the status of a project: all packages of a name, in a Python registry')
    .argument('<project>', 'the name')
    .addArgument(
      new Argument('<status>', 'archived and quarantined projects accept no packages').choices(
        description.components.schemas.ProjectStatusMarker.enum,
      ),
    )
    .option('--reason <text>', 'the reason, for people; without it, there is none');
  withConnection(command).action(mark);
  examples(command, ['larder mark banana archived --reason "Use apple instead"', 'larder mark banana active']);
}

async function mark(project: string, marker: Marker, options: Options): Promise<void> {
  const connection = await connect(options);
  const at = { ...(await registryRefOf(connection, options)), project };
  const changed = await connection.client.setProjectStatus({ ...at, status: marker, reason: options.reason });
  await reply(options, changed, ({ name, status: is, reason }) =>
    sentence(`${name} is ${is}${reason === null ? '' : `: ${reason}`}`),
  );
}
