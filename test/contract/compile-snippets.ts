/** Compiles snippets as if they were files of the project. */
import path from 'node:path';
import ts from 'typescript';

/**
 * Returns the messages of the compiler by the file of the snippet, without those about unused names in snippets.
 * Snippets may import each other.
 */
export function compile(snippets: ReadonlyMap<string, string>): Map<string, string[]> {
  const config = path.resolve(import.meta.dirname, '../../tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    path.dirname(config),
  );
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => snippets.has(file) || fileExists(file);
  host.readFile = (file) => snippets.get(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const snippet = snippets.get(file);
    return snippet === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, snippet, language);
  };
  const program = ts.createProgram([...snippets.keys()], { ...options, noUnusedLocals: false }, host);
  return new Map(
    [...snippets.keys()].map((file) => [
      file,
      program
        .getSemanticDiagnostics(program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}
