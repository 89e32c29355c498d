/** The drawing in README.md, kept true: which folder may know which. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.resolve(import.meta.dirname, '../src');

/** For the files that a pattern names (the first that fits): what they may import, by patterns of paths under `src`. */
const rules: readonly (readonly [files: RegExp, mayImport: readonly RegExp[]])[] = [
  [
    /^server\//,
    [
      /^server\//,
      /^contract\//,
      /^operations\//,
      /^pages\/index\.ts$/,
      /^registry\//,
      /^ecosystems\/(index|native-resolvers)\.ts$/,
      /^inspection\/inspections\.ts$/,
      /^storage\//,
    ],
  ],
  // The glue knows what can go wrong, and nothing else of the registry.
  [/^contract\//, [/^contract\//, /^registry\/errors\.ts$/]],
  [/^operations\//, [/^operations\//, /^contract\//, /^registry\//, /^storage\/(catalog|records|blob-store)\.ts$/]],
  // Pages are operations that answer HTML; of ecosystems they know the interfaces only.
  [
    /^pages\//,
    [
      /^pages\//,
      /^contract\//,
      /^operations\//,
      /^registry\//,
      /^ecosystems\/(ecosystem|install-lines)\.ts$/,
      /^storage\/(catalog|records)\.ts$/,
    ],
  ],
  // Native operations are operations, only that they live with their ecosystem.
  [
    /^ecosystems\/([^/]+\/operations|native-resolvers)\.ts$/,
    [/^ecosystems\//, /^contract\//, /^operations\//, /^registry\//, /^storage\/(catalog|records|blob-store)\.ts$/],
  ],
  [/^ecosystems\/native-protocol\.ts$/, [/^contract\/(description|operation)\.ts$/]],
  [/^ecosystems\/formats\//, [/^ecosystems\/formats\//]],
  [/^ecosystems\/index\.ts$/, [/^ecosystems\//]],
  [/^ecosystems\/([^/]+)\//, [/^ecosystems\/$1\//, /^ecosystems\/formats\//, /^ecosystems\/[^/]+\.ts$/]],
  [/^ecosystems\/[^/]+\.ts$/, [/^ecosystems\/[^/]+\.ts$/]],
  // Threads import readers by their URLs, and nothing else of the server.
  [/^inspection\/(thread|reader-thread)\.ts$/, [/^inspection\//, /^ecosystems\/(ecosystem|unacceptable-file)\.ts$/]],
  [
    /^inspection\//,
    [/^inspection\//, /^ecosystems\/(ecosystem|unacceptable-file)\.ts$/, /^registry\/(errors|larder)\.ts$/],
  ],
  // The domain is handed its storage and its ecosystems; of both it knows the interfaces only.
  [
    /^registry\//,
    [
      /^registry\//,
      /^ecosystems\/(ecosystem|unacceptable-file)\.ts$/,
      /^storage\/(catalog|records|blob-store|failures)\.ts$/,
    ],
  ],
  [/^storage\//, [/^storage\//, /^ecosystems\/ecosystem\.ts$/]],
  // The client is made from what is generated alone.
  [/^client\//, [/^client\//]],
  // The command knows the client; only what runs or mends a server knows the server. (Types are imports too.)
  [
    /^cli\/commands\/(serve|check|backup|restore)\.ts$/,
    [/^cli\//, /^client\/index\.ts$/, /^server\//, /^storage\//, /^registry\//],
  ],
  [/^cli\//, [/^cli\//, /^client\/index\.ts$/]],
];

test('imports run only downwards', async () => {
  const wrong: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: source })) {
    for (const target of await importsOf(file)) if (!isAllowed(file, target)) wrong.push(`${file} imports ${target}`);
  }
  expect(wrong).toEqual([]);
});

test('only the glue knows the validator, and only the catalog knows SQL', async () => {
  const owners = {
    'express-openapi-validator': /^contract\/refuse\.ts$/,
    kysely: /^storage\/catalog\//,
    pg: /^storage\/catalog\//,
    // The blob store uses its locks.
    'node:sqlite': /^storage\/(catalog\/|file-blobs\/lock-file\.ts$)/,
  };
  const wrong: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: source })) {
    const text = await readFile(path.join(source, file), 'utf8');
    for (const [library, owner] of Object.entries(owners)) {
      if (text.includes(`from '${library}'`) && !owner.test(file)) wrong.push(`${file} imports ${library}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the client knows what is generated for it, openapi-fetch, and nothing else', async () => {
  const allowed = /^(\.\/[\w-]+\.ts|\.\.\/\.\.\/generated\/(api|answers)\.ts|openapi-fetch)$/;
  const wrong: string[] = [];
  for await (const file of glob('client/**/*.ts', { cwd: source })) {
    const text = await readFile(path.join(source, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/from '([^']+)'/g)) {
      if (!allowed.test(target)) wrong.push(`${file} imports ${target}`);
    }
    // Types only: the rest of it is of no use at run time, and large.
    if (/^(import|export) (?!type)[^;]*generated\/api\.ts/m.test(text)) {
      wrong.push(`${file} imports generated/api.ts at run time`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The files under `src` that a file imports, types included. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(path.join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, target = '']) => path.normalize(path.join(path.dirname(file), target)))
    .filter((target) => !target.startsWith('..'));
}

function isAllowed(file: string, target: string): boolean {
  const rule = rules.find(([files]) => files.test(file));
  if (!rule) return false;
  const [files, mayImport] = rule;
  const [, own = ''] = files.exec(file) ?? [];
  return mayImport.some(({ source: pattern }) => new RegExp(pattern.replace('$1', own)).test(target));
}
