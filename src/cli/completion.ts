/** Shell completion: `larder complete bash` prints a script, which runs `larder complete -- WORDS` for suggestions. */
import { readdirSync } from 'node:fs';
import type { Argument, Option } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { identity } from './connection.ts';
import { printable } from './terminal.ts';

/** The options and arguments that take a registry, and those that take a file. */
const registryNames = ['registry', 'to'];
const fileNames = ['file', 'output', 'oidc-policy', 'data-dir', 'folder', 'package-or-folder', 'junit'];

/** Adds the command `complete`. `words` is the command line. */
export async function addCompletion(program: Command, words: readonly string[]): Promise<void> {
  const completion = tab(program);
  if (words[0] !== 'complete' || words[1] !== '--') return;
  // The library takes suggestions synchronously, so they are fetched before it is called.
  const slugs = takesRegistry(words.slice(2)) ? await registrySlugs() : [];
  const suggest =
    (names: readonly string[]): Suggest =>
    (complete) => {
      for (const name of names) complete(name, '');
    };
  for (const { options, arguments: places } of completion.commands.values()) {
    for (const name of registryNames) setHandler(options.get(name) ?? places.get(name), suggest(slugs));
    for (const name of fileNames)
      setHandler(options.get(name) ?? places.get(name), suggest(filesLike(words.at(-1) ?? '')));
  }
}

type Suggest = (complete: (value: string, description: string) => void) => void;

function setHandler(place: Argument | Option | undefined, suggest: Suggest): void {
  if (place) place.handler = suggest;
}

/** Returns whether the last word, which is being typed, is the name of a registry. */
function takesRegistry(words: readonly string[]): boolean {
  const [group = '', command = ''] = words;
  const [before = '', word = ''] = words.slice(-2);
  if (/^(-r|--registry|-t|--to)$/.test(before) || /^--(registry|to)=/.test(word)) return true;
  return group === 'registry' && ['show', 'update', 'delete'].includes(command);
}

/** Returns an empty list if the server does not respond soon: completion must not print errors. */
async function registrySlugs(): Promise<readonly string[]> {
  try {
    const { url, token, organization } = await identity({});
    const { createLarderClient } = await import('../client/index.ts');
    const client = createLarderClient({ baseUrl: url, token, retries: 0 });
    const signal = AbortSignal.timeout(2000);
    const slug = organization ?? (await client.listOrganizations({}, { signal }))[0]?.slug ?? '';
    const registries = await client.listRegistries({ organization: slug }, { signal });
    return registries.map((registry) => printable(registry.slug));
  } catch {
    return [];
  }
}

/** Returns the names in the folder of a word. The library filters them by the word. */
function filesLike(word: string): readonly string[] {
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  try {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
    return entries.map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  } catch {
    return [];
  }
}
