/** `larder search`: finds packages in all registries of the organization. */
import { Option, type Command } from 'commander';
import type { components } from '../../../generated/api.ts';
import description from '../../../generated/openapi.json' with { type: 'json' };
import { connect, withConnection, type ConnectionOptions } from '../connection.ts';
import { examples } from '../examples.ts';
import { reply, table } from '../reply.ts';
import { tell } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options extends ConnectionOptions {
  readonly ecosystem?: components['schemas']['Ecosystem'];
  readonly registry?: string;
  readonly perPage?: number;
  readonly after?: string;
}

export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description('Find packages by a part of their name, in all registries')
    .argument('<text>', 'a part of the name; below three characters, its beginning')
    .addOption(
      new Option('-e, --ecosystem <ecosystem>', 'only registries of this ecosystem').choices(
        description.components.schemas.Ecosystem.enum,
      ),
    )
    .option('-r, --registry <slug>', 'only this registry')
    .option('--per-page <count>', 'maximum number of names', wholeNumber)
    .option('--after <cursor>', 'start after a page, with the cursor that was printed below it');
  withConnection(command).action(search);
  examples(command, ['larder search banana', 'larder search banana --registry my-registry --json']);
}

async function search(text: string, options: Options): Promise<void> {
  const { client, organization } = await connect(options);
  const { ecosystem, registry, perPage, after } = options;
  const wanted = { q: text, ecosystem, registry, per_page: perPage, after };
  const page = await client.searchPackages({ organization: await organization(), ...wanted });
  await reply(options, page, ({ items }) => tableOf(items));
  const { next } = page.links;
  if (next === undefined || options.json) return;
  tell(`There are more names: use --after ${new URL(next).searchParams.get('after') ?? ''}`);
}

function tableOf(items: readonly components['schemas']['FoundName'][]): string {
  const rows = items.map(({ name, latest, versions, registry, ecosystem, published_at: publishedAt }) => [
    name,
    latest,
    String(versions),
    registry.slug,
    ecosystem,
    publishedAt,
  ]);
  return table(['NAME', 'LATEST', 'VERSIONS', 'REGISTRY', 'ECOSYSTEM', 'PUBLISHED'], rows, 'No packages found.');
}
