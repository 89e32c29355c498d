/** The lines that README.md and the pages of a registry show, used as they are. `.ci/run` installs the clients. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listed } from '../../ecosystems/registries.ts';
import { issueToken } from '../../native/tokens.ts';
import { installLines, publishLines } from '../../web/page-lines.ts';
import { useCustomerServer } from '../customer-server.ts';
import { run } from '../programs.ts';
import { berry } from './berry-client.ts';
import { bun } from './bun-client.ts';
import type { Files, JavascriptClient } from './client.ts';
import { clients } from './clients.ts';
import { areInstalled } from './installed.ts';
import { openMachine, type Machine } from './machine.ts';
import { npmClient } from './npm-client.ts';
import { npmrc } from './npmrc.ts';
import { exportsOf, seed, writePackage } from './packages.ts';
import { openPlace, publisherToken, type Place } from './places.ts';
import { pnpm } from './pnpm-client.ts';
import { yarn } from './yarn-client.ts';

const server = useCustomerServer();

const demo = { name: 'demo', version: '1.0.0' };
const banana = { name: '@fruit/banana', version: '1.0.0', dependencies: { demo: '^1.0.0' } };

const all = clients.map((client) => [client.name, client] as const);

/** Returns a block of README.md, with a registry of the test instead of the one in it. */
async function block(name: string, { address: { url } }: Place): Promise<string> {
  const text = await readFile(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');
  const [, lines] = new RegExp(`^\`\`\`\\w+ ${name}\n(.*?)^\`\`\``, 'ms').exec(text) ?? [];
  if (lines === undefined) throw new Error(`README.md has no block ${name}.`);
  return lines.replaceAll('//127.0.0.1:8080/my-org/my-javascript/npm/', url.replace('http:', ''));
}

/** Returns the files of a project and of the home folder that README.md shows for one scope. */
async function linesForScope(place: Place): Promise<{ readonly project: Files; readonly home: string }> {
  const [project, home] = (await block('npmrc', place)).split('\n');
  const files = { '.npmrc': `${project}\n`, '.yarnrc.yml': await block('yarnrc', place) };
  return { project: files, home: `${home}\n` };
}

describe.skipIf(!areInstalled)('the lines of README.md', () => {
  test.each(all)('%s publishes and installs a scope beside another registry with them', async (_, client) => {
    const [common, own] = [await openPlace(server(), 'public'), await openPlace(server(), 'private')];
    await seed(common.wire, demo);
    const { project, home } = await linesForScope(own);
    const open = async (token: string): Promise<Machine> => {
      // The other registry stands for the public one.
      const files = client.settings({ registry: common.address });
      const npmrcFile = { '.npmrc': `${npmrc({ registry: common.address })}${home}` };
      const settings = () => ('.npmrc' in files ? npmrcFile : files);
      const environment = { ...client.environment, LARDER_TOKEN: token };
      const machine = await openMachine(
        { ...client, settings, environment },
        { settings: { registry: common.address } },
      );
      await machine.write(project);
      return machine;
    };
    const publisher = await open(await publisherToken(server()));
    await writePackage(publisher, banana, '');
    await publisher.run(client.publish());
    const reader = await open(await issueToken(server()));
    await reader.run([client.add('@fruit/banana@1.0.0')]);
    expect(await reader.load('@fruit/banana')).toEqual(exportsOf(banana, exportsOf(demo)));
  });
});

describe.skipIf(!areInstalled)('the lines of a page', () => {
  /** Each client, its name there, and what it needs to know of the machine. */
  const named: readonly (readonly [string, JavascriptClient, Files])[] = [
    ['npm', npmClient(12), {}],
    ['pnpm', pnpm, {}],
    ['yarn', berry, { '.yarnrc.yml': { nodeLinker: 'node-modules', enableTelemetry: false } }],
    ['yarn-1', yarn, {}],
    ['bun', bun, {}],
  ];

  /** Runs lines in the project, with the token in the environment. */
  async function paste({ project, environment, client }: Machine, lines: string, token: string): Promise<void> {
    const program = /^(?:npm|pnpm|yarn|bun)(?= (?:publish|npm publish|install|add))/m.exec(lines)?.[0] ?? '';
    const start = `${program}() { ${client.command.map((part) => `'${part}'`).join(' ')} "$@"; }`;
    const options = { folder: project, environment: { ...environment, TOKEN: token } };
    const { ok, output } = await run('sh', ['-ec', `${start}\n${lines}`], options);
    if (!ok) throw new Error(`${lines}\n${output}`);
  }

  const open = (client: JavascriptClient, files: Files, { address }: Place): Promise<Machine> =>
    openMachine({ ...client, settings: () => files }, { settings: { registry: address } });

  test.each(
    named.flatMap(([name, client, files]) =>
      (['public', 'private'] as const).map((visibility) => ({ name, client, files, visibility })),
    ),
  )('$name publishes to a $visibility registry and installs from it', async ({ name, client, files, visibility }) => {
    const place = await openPlace(server(), visibility);
    const publisher = await open(client, files, place);
    await writePackage(publisher, demo, '');
    await publisher.write(client.packageFiles);
    const publishing = await publishLines(server(), place.wire.slug, name);
    const prepared =
      name === 'yarn' ? publishing.replace('yarn npm publish', 'yarn install\nyarn npm publish') : publishing;
    await paste(publisher, prepared, await publisherToken(server()));
    const reader = await open(client, files, place);
    const [pkg] = await listed({ server: server(), slug: place.wire.slug });
    await paste(reader, await installLines(server(), pkg?.web_url ?? '', name), await issueToken(server()));
    expect(await reader.load('demo')).toEqual(exportsOf(demo));
  });

  test.each(named)('%s installs a package of a scope', async (name, client, files) => {
    const place = await openPlace(server(), 'private');
    const plain = { name: '@fruit/banana', version: '1.0.0' };
    await seed(place.wire, plain);
    const reader = await open(client, files, place);
    const [pkg] = await listed({ server: server(), slug: place.wire.slug });
    await paste(reader, await installLines(server(), pkg?.web_url ?? '', name), await issueToken(server()));
    expect(await reader.load('@fruit/banana')).toEqual(exportsOf(plain));
  });
});
