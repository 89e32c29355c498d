/** Reads what a distribution says of itself (core metadata: PEP 241, 314, 345, 566, 643, 639). */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseHeaders, singleValue, type Headers } from './headers.ts';
import { isProjectName } from './project-name.ts';
import { LONGEST_REQUIRES_PYTHON, normalRequiresPython } from './requires-python.ts';
import { parseVersion } from './version.ts';

export interface CoreMetadata {
  readonly name: string;
  readonly version: string;
  /** A set of version specifiers without line breaks; undefined where any Python will do. */
  readonly requiresPython: string | undefined;
  readonly headers: Headers;
}

/** Fields that may come once, beyond those that are read here. */
const SINGLE_FIELDS = ['Summary', 'License', 'License-Expression', 'Home-page', 'Author', 'Author-email'];

/** Of a name or a version, in characters: both are part of file names, and no file system has longer ones. */
const LONGEST_IDENTITY = 255;

/**
 * The metadata in a METADATA or PKG-INFO file; `file` is its name for messages. Throws `UnacceptableFile` for one that
 * names no project or version, or breaks a rule that clients go by.
 */
export function parseCoreMetadata(bytes: Uint8Array, file: string): CoreMetadata {
  const headers = parseHeaders(bytes, file);
  const single = (name: string): string | undefined => singleValue(headers, name, file);
  const required = (name: string): string => {
    const value = single(name);
    if (value === undefined) throw unacceptable(file, `has no field "${name}"`);
    if (value.length > LONGEST_IDENTITY) {
      const most = `it may have at most ${LONGEST_IDENTITY}`;
      throw unacceptable(file, `has the field "${name}" with ${value.length} characters; ${most}`);
    }
    return value;
  };
  SINGLE_FIELDS.forEach(single);
  checkMetadataVersion(required('Metadata-Version'), file);
  const name = required('Name');
  if (!isProjectName(name)) throw unacceptable(file, `has the name ${quoted(name)}, which ${NAME_RULE}`);
  const version = required('Version');
  if (parseVersion(version) === undefined) {
    throw unacceptable(file, `has the version ${quoted(version)}, which is not a version by PEP 440`);
  }
  return { name, version, requiresPython: requiresPython(single('Requires-Python'), file), headers };
}

const NAME_RULE = 'may only have letters, digits, ".", "-" and "_", with a letter or digit at either end';

/** Core metadata, "Metadata-Version": a reader must fail when the first number is higher than those it knows. */
function checkMetadataVersion(version: string, file: string): void {
  if (/^[12]\.\d+$/.test(version)) return;
  throw unacceptable(file, `has the Metadata-Version ${quoted(version)}, but only 1.x and 2.x are known`);
}

function requiresPython(value: string | undefined, file: string): string | undefined {
  if (value === undefined) return undefined;
  if (value.length > LONGEST_REQUIRES_PYTHON) {
    const limit = `at most ${LONGEST_REQUIRES_PYTHON} are accepted`;
    throw unacceptable(file, `has a Requires-Python of ${value.length} characters; ${limit}`);
  }
  const specifiers = normalRequiresPython(value);
  if (specifiers !== undefined) return specifiers === '' ? undefined : specifiers;
  throw unacceptable(
    file,
    `has the Requires-Python ${quoted(value)}, which is not a list of version specifiers such as ">=3.9,!=3.10.*"`,
  );
}

function unacceptable(file: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`The file ${quoted(file)} ${reason}.`);
}
