/** What editors show for the client: TypeScript's own documentation of every method, parameter and property. */
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { operationTable } from '../../generated/operations.ts';

const folder = path.resolve(import.meta.dirname, '../../src/client');
/** It does not exist: the editor has not saved it. */
const file = path.join(folder, 'unsaved.ts');
const source = `import { createLarderClient, NotFoundError, unwrap } from './index.ts';
const larder = createLarderClient({ baseUrl: '', organization: 'acme' });
const list = await larder.listPackages({ registry: 'shelf' });
const [first] = list.items;
const digests = first?.digests;
const published = unwrap(await larder.publish({ organization: 'acme', registry: 'shelf' }, { path: 'a' }));
const version = published.version;
declare const missing: NotFoundError;
const detail = missing.problem.detail;
`;

let service: ts.LanguageService;
let checker: ts.TypeChecker;
let program: ts.Program;
beforeAll(() => {
  service = ts.createLanguageService(hostOf(source));
  const loaded = service.getProgram();
  if (!loaded) throw new Error('The language service has no program.');
  program = loaded;
  checker = program.getTypeChecker();
});

it('the sample compiles', () => {
  const all = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  expect(all.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});

describe('a hover shows', () => {
  it('the summary, the scope, the errors and the URL of an operation', () => {
    const { documentation } = hoverOf('listPackages');
    expect(documentation).toMatch(/^List packages\n\n/);
    expect(documentation).toContain('Needs the scope `read_packages`.');
    expect(documentation).toContain('`NotFoundError` (404)');
    expect(documentation).toContain('`GET /v2/packages/organizations/{organization}/registries/{registry}/packages`');
  });

  it('parameters and responses by their names', () => {
    expect(hoverOf('listPackages').type).toMatch(
      /listPackages\(parameters: ListPackagesParameters, options\?: CallOptions \| undefined\): Promise<PackageList>$/,
    );
    expect(hoverOf('list').type).toBe('const list: PackageList');
    expect(hoverOf('first').type).toBe('const first: PackageListItem | undefined');
    expect(hoverOf('digests').type).toBe('const digests: Digests | undefined');
    expect(hoverOf('published').type).toBe('const published: Package');
  });

  it('the description of a property that refers to a schema', () => {
    expect(hoverOf('digests;').documentation).toBe('Digests of the file, in lower-case hexadecimal.');
    expect(hoverOf('version;').documentation).toBe('The version in the package.');
    expect(hoverOf('detail;').documentation).toBe('The problem with this request, and the remedy.');
  });
});

it('every method, parameter, option and property of a response has documentation', () => {
  const undocumented: string[] = [];
  const visited = new Set<ts.Type>();
  const visit = (type: ts.Type, name: string): void => {
    for (const part of partsOf(type)) {
      if (visited.has(part) || isForeign(part)) continue;
      visited.add(part);
      for (const property of part.getProperties().filter(isOwn)) {
        const own = `${name}.${property.name}`;
        if (property.getDocumentationComment(checker).length === 0 && !byPath.includes(own)) undocumented.push(own);
        const type = checker.getTypeOfSymbol(property);
        visit(type, own);
        for (const signature of byPath.includes(own) ? [] : type.getCallSignatures()) visitMethod(signature, own);
      }
    }
  };
  const visitMethod = (signature: ts.Signature, name: string): void => {
    for (const parameter of signature.parameters) visit(checker.getTypeOfSymbol(parameter), name);
    const result = signature.getReturnType();
    visit(checker.getAwaitedType(result) ?? result, name);
  };
  const client = exported('LarderClient');
  for (const id of Object.keys(operationTable)) expect(client.getProperty(id), id).toBeDefined();
  visit(client, 'larder');
  for (const name of ['ClientOptions', 'LarderError', 'InvalidRequestError', 'PackageExistsError'])
    visit(exported(name), name);
  expect(undocumented).toEqual([]);
  expect(visited.size).toBeGreaterThan(100);
});

/** Their types depend on the path, and are documented by operation. */
const byPath = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'pages'].map((name) => `larder.${name}`);

/** The members of unions, and what lists contain. */
function partsOf(type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types.flatMap(partsOf);
  if (checker.isArrayType(type)) return checker.getTypeArguments(type as ts.TypeReference).flatMap(partsOf);
  return (type.flags & ts.TypeFlags.Object) === 0 && !type.isIntersection() ? [] : [type];
}

/** Not inherited from a class of the runtime, such as the stack of an error. */
function isOwn({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((declaration) => !program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
}

/** Types of the runtime, such as a Blob. */
function isForeign(type: ts.Type): boolean {
  const declared = (type.aliasSymbol ?? type.symbol)?.declarations?.[0]?.getSourceFile();
  return declared !== undefined && program.isSourceFileDefaultLibrary(declared);
}

function exported(name: string): ts.Type {
  const module = program.getSourceFile(path.join(folder, 'index.ts'));
  const symbol = module && checker.getSymbolAtLocation(module);
  const found = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
  if (!found) throw new Error(`The client does not export ${name}.`);
  return checker.getDeclaredTypeOfSymbol(found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found);
}

/** The first occurrence of the text as a word that is not in an import. */
function hoverOf(text: string): { readonly type: string; readonly documentation: string } {
  const position = source.search(new RegExp(`(?<=[ .\\[])${text}(?!\\w)`));
  const info = service.getQuickInfoAtPosition(file, position);
  return {
    type: ts.displayPartsToString(info?.displayParts),
    documentation: ts.displayPartsToString(info?.documentation),
  };
}

function hostOf(text: string): ts.LanguageServiceHost {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  const readFile = (name: string): string | undefined => (name === file ? text : ts.sys.readFile(name));
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
}
