/** `npm run generate` completes the files of descriptions by what can be computed, and changes nothing else in them. */
import { cp, glob, mkdir, mkdtempDisposable, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeSources } from '../../openapi/generate/complete-sources.ts';
import { descriptionFiles } from '../../openapi/generate/description-files.ts';
import { run } from '../lint/lint.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('standard responses', () => {
  test('adds each missing one in its place, and keeps comments, order and responses of the author', async () => {
    await using shop = await makeShop({ 'paths/apples.yaml': incomplete });
    expect(await shop.complete()).toEqual({ 'paths/apples.yaml': complete });
  });

  test('changes nothing the second time', async () => {
    await using shop = await makeShop({ 'paths/apples.yaml': complete });
    expect(await shop.complete()).toEqual({});
  });

  test('takes the component that is nearest to the operation', async () => {
    await using shop = await makeShop({
      'paths/apples.yaml': incomplete,
      'paths/components/responses/Unauthorized.yaml': 'description: Wrong.\n',
    });
    const { 'paths/apples.yaml': text = '' } = await shop.complete();
    expect(text).toContain("'401':\n      $ref: components/responses/Unauthorized.yaml\n");
    expect(text).toContain("'403':\n      $ref: ../components/responses/Forbidden.yaml\n");
  });

  test('names the component that is missing', async () => {
    await using shop = await makeShop({ 'paths/apples.yaml': incomplete });
    await rm(path.join(shop.folder, 'components/responses/RequestTimeout.yaml'));
    await expect(shop.complete()).rejects.toThrow(/apples\.yaml needs components\/responses\/RequestTimeout\.yaml/);
  });

  test('names an operation without responses', async () => {
    await using shop = await makeShop({ 'paths/apples.yaml': 'get:\n  operationId: listApples\n' });
    await expect(shop.complete()).rejects.toThrow(/GET \/shops\/\{shop\}\/apples in .* has no responses/);
  });

  test('names a reference that is circular', async () => {
    await using shop = await makeShop({
      'paths/apples.yaml': '$ref: other.yaml\n',
      'paths/other.yaml': '$ref: apples.yaml\n',
    });
    await expect(shop.complete()).rejects.toThrow('the reference "other.yaml" is circular');
  });

  test('requires a 429 from the author if another operation has one, and writes none', async () => {
    const limited = complete.replace("'500'", "'429':\n      description: Too many.\n    '500'");
    await using shop = await makeShop({ 'paths/apples.yaml': limited });
    expect(await shop.complete()).toEqual({});
  });

  test('writes everything that the linter requires', async () => {
    await using copy = await mkdtempDisposable(path.join(tmpdir(), 'larder-complete-'));
    for (const one of ['openapi', 'redocly.yaml'])
      await cp(path.join(root, one), path.join(copy.path, one), { recursive: true });
    await symlink(path.join(root, 'node_modules'), path.join(copy.path, 'node_modules'));
    const descriptions = await descriptionFiles(copy.path);
    const roots = descriptions.map((file) => path.join(copy.path, file));
    const files = await completeSources(path.join(copy.path, 'openapi'), roots);
    expect([...files.keys()]).toEqual([]);
    const stripped = await stripStandardResponses(copy.path);
    expect(stripped).toBeGreaterThan(20);
    for (const [file, text] of await completeSources(path.join(copy.path, 'openapi'), roots))
      await writeFile(file, text);
    expect(await run(copy.path, descriptions)).toEqual([]);
  });
});

describe('example sets', () => {
  test('lead to the examples of each ecosystem, then to the others', async () => {
    await using shop = await makeShop({
      'components/example-sets.yaml': '# Sets.\npackage:\n  none:\n    $ref: examples/none.yaml\nfile: {}\n',
      'examples/rust.yaml': 'package-rust:\n  value: 1\n',
      'examples/go.yaml': 'file-go:\n  value: 1\npackage-go:\n  value: 2\n',
    });
    const sets = [
      '# Sets.',
      'package:',
      '  go:',
      '    $ref: ../examples/go.yaml#/package-go',
      '  rust:',
      '    $ref: ../examples/rust.yaml#/package-rust',
      '  none:',
      '    $ref: examples/none.yaml',
      'file:',
      '  go:',
      '    $ref: ../examples/go.yaml#/file-go',
      '',
    ].join('\n');
    expect(await shop.complete()).toEqual({ 'components/example-sets.yaml': sets });
    await shop.write('components/example-sets.yaml', sets);
    expect(await shop.complete()).toEqual({});
    await rm(path.join(shop.folder, 'examples/go.yaml'));
    const left =
      '# Sets.\npackage:\n  rust:\n    $ref: ../examples/rust.yaml#/package-rust\n  none:\n    $ref: examples/none.yaml\nfile: {}\n';
    expect(await shop.complete()).toEqual({ 'components/example-sets.yaml': left });
  });

  test.each([
    ['an example of another ecosystem', 'package-go', 'does not end with "-rust"'],
    ['an example of no set', 'parcel-rust', 'has no set'],
  ])('reject %s', async (_, name, message) => {
    await using shop = await makeShop({
      'components/example-sets.yaml': 'package: {}\n',
      'examples/rust.yaml': `${name}:\n  value: 1\n`,
    });
    await expect(shop.complete()).rejects.toThrow(message);
  });
});

const incomplete = `# Apples.
parameters:
  - $ref: '#/shop'
  - name: If-Match
    in: header
shop: { name: shop, in: path }
get:
  operationId: listApples
  responses:
    '200':
      description: |
        The apples.
    # Ours.
    '404':
      description: No such shop. Look for another.
    '410': { description: 'Gone.' }
  tags: [Apples]
post:
  operationId: addApple
  security: []
  requestBody: {}
  responses:
    '204':
      description: It is there.
`;

const reference = (status: number, name: string): string =>
  `    '${status}':\n      $ref: ../components/responses/${name}.yaml\n`;

const complete = incomplete
  .replace(
    "    # Ours.\n    '404'",
    `${reference(400, 'BadRequest')}${reference(401, 'Unauthorized')}${reference(403, 'Forbidden')}    # Ours.\n    '404'`,
  )
  .replace(
    "    '410': { description: 'Gone.' }\n",
    `    '410': { description: 'Gone.' }\n${reference(412, 'PreconditionFailed')}${reference(500, 'InternalError')}${reference(503, 'Unavailable')}`,
  )
  .concat(
    reference(400, 'BadRequest'),
    reference(404, 'NotFound'),
    reference(408, 'RequestTimeout'),
    reference(412, 'PreconditionFailed'),
    reference(413, 'PayloadTooLarge'),
    reference(415, 'UnsupportedMediaType'),
    reference(500, 'InternalError'),
    reference(503, 'Unavailable'),
    reference(507, 'InsufficientStorage'),
  );

interface Shop extends AsyncDisposable {
  readonly folder: string;
  write(file: string, text: string): Promise<void>;
  /** Returns the new text of each file that is incomplete, by its path in the folder. */
  complete(): Promise<Record<string, string>>;
}

/** A description in a folder, with the standard components of the contract. */
async function makeShop(files: Readonly<Record<string, string>>): Promise<Shop> {
  const { path: folder, [Symbol.asyncDispose]: dispose } = await mkdtempDisposable(path.join(tmpdir(), 'larder-shop-'));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  const description = {
    security: [{ token: ['read'] }],
    paths: { '/shops/{shop}/apples': { $ref: 'paths/apples.yaml' } },
  };
  await write('shop.yaml', JSON.stringify(description));
  await write('paths/apples.yaml', '{}\n');
  await write('components/example-sets.yaml', '{}\n');
  await mkdir(path.join(folder, 'examples'));
  await cp(path.join(root, 'openapi/components/responses'), path.join(folder, 'components/responses'), {
    recursive: true,
  });
  for (const [file, text] of Object.entries(files)) await write(file, text);
  return {
    folder,
    write,
    complete: async () =>
      Object.fromEntries(
        [...(await completeSources(folder, [path.join(folder, 'shop.yaml')]))].map(([file, text]) => [
          path.relative(folder, file),
          text,
        ]),
      ),
    [Symbol.asyncDispose]: dispose,
  };
}

/** Takes the references to standard responses out of all operations, and returns how many files had some. */
async function stripStandardResponses(folder: string): Promise<number> {
  const names =
    'PartOfFile|NotModified|BadRequest|Unauthorized|Forbidden|NotFound|RequestTimeout|PreconditionFailed|PayloadTooLarge|UnsupportedMediaType|RangeNotSatisfiable|InternalError|Unavailable|InsufficientStorage';
  const standard = new RegExp(
    `^ {4}'\\d{3}':\\n {6}\\$ref: \\S*/components/responses/(?:[\\w-]+/)?(${names})\\.yaml\\n`,
    'gm',
  );
  let stripped = 0;
  for await (const file of glob('openapi/**/*.yaml', { cwd: folder })) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const without = text.replaceAll(standard, '');
    if (without !== text) stripped += 1;
    await writeFile(path.join(folder, file), without);
  }
  return stripped;
}
