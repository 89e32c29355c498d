/** What the machine's Python, and the `packaging` library inside its pip, make of texts: one process for many of them. */
import { execFileSync } from 'node:child_process';
import { present } from '../../clients/programs.ts';

/** Whether there is a Python with pip. */
export function hasOracle(): boolean {
  if (!present('python3')) return false;
  try {
    execFileSync('python3', ['-c', 'import pip._vendor.packaging.specifiers'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * For each text, returns whether it is a list of version specifiers. This uses `Specifier` and not `SpecifierSet`,
 * which in pip before 24.1 accepts any text after an operator as a "legacy" version.
 */
export function areSpecifiers(texts: readonly string[]): boolean[] {
  const replies: unknown = ask(
    `
from pip._vendor.packaging.specifiers import InvalidSpecifier, Specifier
def answer(text):
    try:
        for piece in text.split(","):
            if piece.strip(): Specifier(piece)
        return True
    except InvalidSpecifier:
        return False
`,
    texts,
  );
  return replies as boolean[];
}

/** For each text, its fields in order, with names in lower case and values without spaces around them. */
export function emailHeaders(texts: readonly string[]): [name: string, value: string][][] {
  const replies: unknown = ask(
    `
import email
def answer(text):
    return [[name.lower(), value.strip()] for name, value in email.message_from_string(text).items()]
`,
    texts,
  );
  return replies as [string, string][][];
}

function ask(program: string, texts: readonly string[]): unknown {
  const whole = `import json, sys\n${program}\nprint(json.dumps([answer(text) for text in json.load(sys.stdin)]))`;
  return JSON.parse(execFileSync('python3', ['-c', whole], { input: JSON.stringify(texts), encoding: 'utf8' }));
}
