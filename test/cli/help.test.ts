/** The help: every command has a sentence and examples that parse, and it comes without loading what runs. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { expect, it, onTestFinished } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { createProgram } from '../../src/cli/program.ts';
import { script, startProgram } from './larder.ts';

/** The commands that do something. */
function leaves(command: Command = createProgram()): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((below) => leaves(below));
}

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

it('has examples for every command, and all of them parse', async () => {
  const parsed: string[] = [];
  for (const command of leaves()) {
    const lines = [...helpOf(command).matchAll(/^ {2}\$ larder (.*)$/gm)].map(([, line = '']) => line);
    expect(lines.length, command.name()).toBeGreaterThan(0);
    for (const line of lines) {
      const program = createProgram();
      const meant: string[] = [];
      for (const each of leaves(program)) each.action(() => void meant.push(each.name()));
      const words = [...line.replace(/ [<>] \S+/g, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, word]) => quoted ?? word ?? '',
      );
      await program.parseAsync(words, { from: 'user' });
      parsed.push(...meant);
    }
  }
  expect(new Set(parsed)).toEqual(new Set(leaves().map((command) => command.name())));
});

it('describes every command, its arguments and its flags', () => {
  const silent = leaves().flatMap((command) => [
    ...(command.description() === '' ? [command.name()] : []),
    ...[...command.options, ...command.registeredArguments].filter(({ description }) => !description).map(String),
  ]);
  expect(silent).toEqual([]);
});

it('loads neither server nor client for the version and the help', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-cli-help-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // Prints every module that is loaded.
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const [version, help] = await Promise.all(
    ['--version', '--help'].map((flag) => startProgram(process.execPath, [...preload, script, flag], { folder }).ended),
  );
  expect([version?.code, version?.stdout, help?.code]).toEqual([0, `${packageFile.version}\n`, 0]);
  expect(help?.stdout).toMatch(/LARDER_URL[^]*Exit codes:[^]*130 +interrupted/);
  const loaded = `${version?.stderr}${help?.stderr}`.split('\n');
  expect(loaded.some((url) => url.includes('/src/cli/program.ts'))).toBe(true);
  expect(loaded.filter((url) => /\/src\/(?!cli\/)|openapi-fetch|express|cli-progress/.test(url))).toEqual([]);
});
