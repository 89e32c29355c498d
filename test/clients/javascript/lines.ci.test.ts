/** The lines that README.md and the pages of a registry show, used as they are. `.ci/run` installs the clients. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listed } from '../../ecosystems/registries.ts';
import { issueToken } from '../../native/tokens.ts';
import { installLines, setUpLines } from '../../web/page-lines.ts';
import { useCustomerServer } from '../customer-server.ts';
import { run } from '../programs.ts';
import type { Files } from './client.ts';
import { clients } from './clients.ts';
import { areInstalled } from './installed.ts';
import { openMachine, type Machine } from './machine.ts';
import { npmClient } from './npm-client.ts';
import { npmrc } from './npmrc.ts';
import { exportsOf, seed, writePackage } from './packages.ts';
import { openPlace, publisherToken, type Place } from './places.ts';

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
  /** Runs lines in the project, with the token in the environment. */
  async function paste({ project, environment, client }: Machine, lines: string): Promise<void> {
    const npm = `npm() { ${client.command.map((part) => `'${part}'`).join(' ')} "$@"; }`;
    const options = { folder: project, environment: { ...environment, TOKEN: await issueToken(server()) } };
    const { ok, output } = await run('sh', ['-ec', `${npm}\n${lines}`], options);
    if (!ok) throw new Error(output);
  }

  test.each(['public', 'private'] as const)('npm installs from a %s registry with them', async (visibility) => {
    const { wire, address } = await openPlace(server(), visibility);
    await seed(wire, demo);
    const machine = await openMachine({ ...npmClient(12), settings: () => ({}) }, { settings: { registry: address } });
    await paste(machine, `${await setUpLines(server(), wire.slug)}\nnpm install demo`);
    expect(await machine.load('demo')).toEqual(exportsOf(demo));
  });

  test('npm installs a package of a scope with them', async () => {
    const { wire, address } = await openPlace(server(), 'private');
    const plain = { name: '@fruit/banana', version: '1.0.0' };
    await seed(wire, plain);
    const machine = await openMachine({ ...npmClient(12), settings: () => ({}) }, { settings: { registry: address } });
    const [pkg] = await listed({ server: server(), slug: wire.slug });
    await paste(machine, await installLines(server(), pkg?.web_url ?? ''));
    expect(await machine.load('@fruit/banana')).toEqual(exportsOf(plain));
  });
});
