/**
 * `npm run test:generators [-- --all | NAME …]`: whether other people's generators make clients of the contract that
 * compile and that work with a server. Each one runs on all bundles, without a warning; its client is compiled, and lists,
 * creates, publishes, gets, downloads, copies and deletes at a real server. Runs those that `.ci/run` runs, all, or those
 * that are named. Ends with one plain line of counts.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { bundles } from './bundles.ts';
import type { Command, Generator, Tools } from './generator.ts';
import { generators } from './generators.ts';
import { differences, type Outcome } from './outcome.ts';
import { runOrFail } from './run-command.ts';
import { startSeededServer, type SeededServer } from './seeded-server.ts';
import { paths } from './tools.ts';
import { warningsIn } from './warnings.ts';

const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true });

/** All bytes, line ends among them, and more than fits into a packet. */
const file = { name: 'banana-1.0.0.bin', bytes: Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 256)) };

const counts = { passed: 0, failed: 0 };
const chosen = choose();
{
  await using server = await startSeededServer();
  for (const generator of chosen) await report(generator, server);
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function choose(): readonly Generator[] {
  const names = generators.map(({ name }) => name);
  for (const name of positionals)
    if (!names.includes(name)) throw new Error(`There is no generator ${name}. Use one of ${names.join(', ')}.`);
  if (positionals.length > 0) return generators.filter(({ name }) => positionals.includes(name));
  return generators.filter(({ always }) => always || values.all === true);
}

async function report(generator: Generator, server: SeededServer): Promise<void> {
  const begun = performance.now();
  const workplace = await mkdtemp(path.join(os.tmpdir(), `larder-${generator.name}-`));
  const failures = await failuresOf(generator, server, workplace);
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${failures.length === 0 ? '✓' : '✗'} ${generator.name} (${seconds} s)`);
  for (const failure of failures) console.log(`  ${failure.replaceAll('\n', '\n  ')}`);
  if (failures.length > 0) console.log(`  Its files are kept in ${workplace}`);
  else await rm(workplace, { recursive: true });
  counts[failures.length === 0 ? 'passed' : 'failed'] += 1;
}

async function failuresOf(generator: Generator, server: SeededServer, workplace: string): Promise<readonly string[]> {
  try {
    const tools = await installedTools(generator);
    await furnish(generator, workplace);
    const runHere = ({ program, parameters, environment }: Command, more: Readonly<{ [name: string]: string }> = {}) =>
      runOrFail(program, parameters, { folder: workplace, environment: { ...environment, ...more } });

    const warnings: string[] = [];
    for (const bundle of bundles) {
      const { output } = await runHere(generator.generate(bundle, tools));
      warnings.push(...warningsIn(output, generator.allowed).map((line) => `${bundle.name}: ${line}`));
    }
    for (const command of generator.compile(tools)) await runHere(command);

    const { stdout } = await runHere(generator.drive(tools), await environmentOf(generator, server, workplace));
    // Maven resets the colours of a terminal, though there is none.
    const found = differences(JSON.parse(stripVTControlCharacters(stdout)) as Outcome, {
      name: generator.name,
      seeded: server.bodies,
      seededRegistry: server.registry,
      file: { name: file.name, sha256: createHash('sha256').update(file.bytes).digest('hex') },
    });
    const left = (await server.registries()).filter((slug) => slug.startsWith(`${generator.name}-`));
    return [...warnings, ...found, ...left.map((slug) => `the registry ${slug} was not deleted`)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function installedTools(generator: Generator): Promise<Tools> {
  const found = new Map<string, string>();
  for (const tool of generator.tools) found.set(tool, await paths[tool]());
  return (tool) => {
    const location = found.get(tool);
    if (location === undefined) throw new Error(`${generator.name} does not list ${tool} among its tools.`);
    return location;
  };
}

/** Copies the driver and what it needs, and makes a folder for each bundle. */
async function furnish({ shared, driver }: Generator, workplace: string): Promise<void> {
  const copies = [...shared.map((file) => [file, path.basename(file)] as const), driver];
  for (const [from, to] of copies) await cp(path.join(import.meta.dirname, from), path.join(workplace, to));
  for (const { name } of bundles) await mkdir(path.join(workplace, name), { recursive: true });
}

async function environmentOf(
  { name }: Generator,
  server: SeededServer,
  workplace: string,
): Promise<{ [name: string]: string }> {
  const folder = path.join(workplace, 'upload');
  await mkdir(folder);
  await writeFile(path.join(folder, file.name), file.bytes);
  return {
    LARDER_NAME: name,
    LARDER_URL: server.url,
    LARDER_TOKEN: server.token,
    LARDER_ORGANIZATION: server.organization,
    LARDER_SEEDED_REGISTRY: server.registry,
    LARDER_SEEDED_PACKAGE: server.package,
    LARDER_FILE: path.join(folder, file.name),
  };
}
