/** Ecosystems build URLs from their descriptions (`serving/urls.ts`), so a URL cannot differ from its description. */
import { glob, readFile } from 'node:fs/promises';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { segmentsOfTemplate } from '../../src/contract/path-template.ts';
import { modules } from '../../src/server/ecosystems.ts';
import { signingKeys } from '../../src/serving/signing-keys.ts';
import { parseSource, textOfString, walk } from './source-files.ts';

/** Texts that have a segment of a URL for another reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // A folder on the machine of a client.
  'src/ecosystems/alpine/instructions.ts': ['mkdir -p /etc/apk/keys /etc/apk/repositories.d', '/etc/apk/keys/…'],
  // Written by the reader, whose thread does not load descriptions. test/ecosystems/debian/pool-path.test.ts compares it.
  'src/ecosystems/debian/packages-entry.ts': ['pool/…/…'],
  'src/ecosystems/debian/sources/entries.ts': ['pool/source/…'],
  // An index of apt has the name of a folder of dnf.
  'src/ecosystems/debian/documents.ts': ['^binary-([^/]+)/Packages(?:\\.gz)?$'],
  // Types of statements and predicates, which are URIs of other hosts.
  'src/ecosystems/python/attestations.ts': [
    'https://in-toto.io/Statement/v1',
    'https://docs.pypi.org/attestations/publish/v1',
  ],
};

test('no ecosystem has the text of a URL', async () => {
  const found: string[] = [];
  let count = 0;
  for await (const file of glob('src/ecosystems/**/*.ts')) {
    count += 1;
    const texts = typedUrls(file, await readFile(file, 'utf8'));
    found.push(
      ...texts.filter(({ text }) => !exceptions[file]?.includes(text)).map(({ at, text }) => `${at}: ${text}`),
    );
  }
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(40);
});

test.each([
  'const url = `${home.url}/pypi/files/${sha256}/${name}`;',
  'const url = `../../files/${sha256}/${name}`;',
  "const location = 'simple/';",
  "const path = '/gpgkey';",
  "const url = about.publicUrl + '/npm';",
  'const url = `${about.publicUrl}/npm`;',
  'const url = `${urls.base}/npm/${name}`;',
  'const name = /^main\\/binary-(.+)$/;',
  "const path = ['by-hash/SHA256', sha256].join('/');",
])('finds a URL in: %s', (text) => {
  expect(typedUrls('file.ts', text)).toHaveLength(1);
});

test.each([
  "import { read } from './simple/files.ts';",
  "const type = 'application/vnd.pypi.simple.v1+json';",
  'const key = `/etc/apt/keyrings/${slug}.asc`;',
  "const list = urls.of('getRelease', { release: 'Release' });",
  "const words = 'The main files.';",
  "const end = '</package>';",
  'const hyphens = /-/g;',
  "const login = url.replace('://', '://any:$TOKEN@');",
])('finds no URL in: %s', (text) => {
  expect(typedUrls('file.ts', text)).toEqual([]);
});

interface Found {
  readonly at: string;
  readonly text: string;
}

/** Returns the texts with a literal segment of a described URL beside a slash, and those that extend a URL. */
function typedUrls(file: string, content: string): readonly Found[] {
  const { source, at } = parseSource(file, content);
  const found: Found[] = [];
  walk(source, (node) => {
    const text = ts.isRegularExpressionLiteral(node) ? patternIn(node) : textOfString(node);
    if (text === undefined || ts.isImportDeclaration(node.parent)) return;
    if (describedSegment.test(text) || extendsUrl(node)) found.push({ at: at(node.getStart()), text });
  });
  return found;
}

/** Returns the pattern without the slashes around it. */
function patternIn({ text }: ts.RegularExpressionLiteral): string {
  return text.slice(1, text.lastIndexOf('/')).replaceAll('\\/', '/');
}

const segments = new Set(
  [signingKeys, ...modules.map(({ service }) => service)]
    .flatMap(({ description }) => Object.keys(description.paths).flatMap(segmentsOfTemplate))
    .flatMap((segment) => ('literal' in segment && segment.literal !== '' ? [segment.literal] : [])),
);

const anySegment = [...segments].map((segment) => segment.replaceAll(/[.*+?^$|()[\]{}\\]/g, '\\$&')).join('|');
const describedSegment = new RegExp(`(?<![\\w.-])(?:${anySegment})/|(?<![/<])/(?:${anySegment})(?![\\w.-])`);

/** Returns whether a text continues a variable that has a URL. */
function extendsUrl(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.some(({ expression, literal }) => hasUrl(expression) && literal.text.startsWith('/'));
  }
  const sum = node.parent;
  if (!ts.isStringLiteral(node) || !ts.isBinaryExpression(sum) || sum.right !== node) return false;
  return hasUrl(sum.left) && node.text.startsWith('/');
}

function hasUrl(expression: ts.Expression): boolean {
  return /(?:\burl|Url|\bbase)$/.test(expression.getText());
}
