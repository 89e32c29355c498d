/** `larder list`: lists one page of packages, or all. */
import type { Command } from 'commander';
import type { PackageListItem } from '../../client/index.ts';
import { aligner, heading, type ReplyOptions } from '../reply.ts';
import { connect, withConnection, type Connection } from '../connection.ts';
import { examples } from '../examples.ts';
import { registryRefOf, withRegistry, type RegistryRef, type RegistryOptions } from '../registry-choice.ts';
import { jsonOf, tell, write } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options extends RegistryOptions {
  readonly name?: string;
  readonly perPage?: number;
  readonly after?: string;
  readonly all?: true;
}

export function addList(program: Command): void {
  const command = withRegistry(program.command('list'))
    .description('List packages, newest first')
    .option('-n, --name <name>', 'only packages with exactly this name')
    .option('--per-page <count>', 'maximum number of packages', wholeNumber)
    .option('--after <id>', 'start after this package')
    .option('-a, --all', 'list all packages');
  withConnection(command).action(list);
  examples(command, [
    'larder list --registry my-registry',
    'larder list --registry my-registry --name banana --all --json',
  ]);
}

const path = '/v2/packages/organizations/{organization}/registries/{registry}/packages';

async function list(options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  await (options.all ? listAll(connection, place, options) : listPage(connection, place, options));
}

async function listPage({ client }: Connection, place: RegistryRef, options: Options): Promise<void> {
  const page = await client.listPackages({ ...place, ...queryOf(options) });
  if (options.json) {
    await write(`${jsonOf(page, 2)}\n`);
    return;
  }
  await writer(options).page(page.items);
  if (page.items.length === 0) tell('No packages.');
  const last = page.items.at(-1);
  if (page.links.next !== undefined && last !== undefined)
    tell(`There are more packages: use --after ${last.id}, or --all.`);
}

/** Writes each page as it arrives, because the whole list may not fit into memory. */
async function listAll({ client }: Connection, place: RegistryRef, options: Options): Promise<void> {
  const out = writer(options);
  let count = 0;
  const query = { ...queryOf(options), per_page: options.perPage ?? 100 };
  for await (const page of client.pages(path, { params: { path: place, query } })) {
    await out.page(page.items);
    count += page.items.length;
  }
  await out.end();
  if (count === 0 && !options.json) tell('No packages.');
}

function queryOf({ name, perPage, after }: Options): { name?: string; per_page?: number; after?: string } {
  return {
    ...(name === undefined ? {} : { name }),
    ...(perPage === undefined ? {} : { per_page: perPage }),
    ...(after === undefined ? {} : { after }),
  };
}

interface Writer {
  page(items: readonly PackageListItem[]): Promise<void>;
  end(): Promise<void>;
}

/** Writes one JSON document in the form of a page without links. */
function writer({ json }: ReplyOptions): Writer {
  if (json) {
    let before = '{"items": [\n';
    return {
      page: async (items) => {
        for (const item of items) {
          await write(before + jsonOf(item));
          before = ',\n';
        }
      },
      end: () => write(before === ',\n' ? '\n]}\n' : '{"items": []}\n'),
    };
  }
  const align = aligner();
  let headings: string[][] = [['NAME', 'VERSION', 'VARIANT', 'PUBLISHED', 'ID']];
  return {
    page: async (items) => {
      if (items.length === 0) return;
      const rows = items.map(({ name, version, variant, standing, created_at, id }) => [
        name,
        standing === 'offered' ? version : `${version} (${standing})`,
        variant ?? '',
        created_at,
        id,
      ]);
      const [first = '', ...others] = align([...headings, ...rows]).split(/(?<=\n)/);
      await write((headings.length > 0 ? heading(first) : first) + others.join(''));
      headings = [];
    },
    end: () => Promise.resolve(),
  };
}
