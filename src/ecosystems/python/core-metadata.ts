/** Reads the core metadata of a distribution (PEP 241, 314, 345, 566, 643, 639). */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseHeaders, singleValue, type Headers } from './headers.ts';
import { isProjectName } from './project-name.ts';
import { LONGEST_REQUIRES_PYTHON, normalRequiresPython } from './requires-python.ts';
import { parseVersion } from './version.ts';

export interface CoreMetadata {
  readonly name: string;
  readonly version: string;
  /** A list of version specifiers without line breaks; undefined if any version of Python is supported. */
  readonly requiresPython: string | undefined;
  readonly headers: Headers;
}

/** Other fields that must not be duplicate. */
const SINGLE_FIELDS = ['Summary', 'License', 'License-Expression', 'Home-page', 'Author', 'Author-email'];

/** In characters, of a name or a version: both are part of file names, which have this limit. */
const LONGEST_IDENTITY = 255;

/**
 * Returns the metadata in a METADATA or PKG-INFO file. `file` is its name for messages. Throws `UnacceptableFile` if
 * the name or version is missing, or if a rule that clients rely on is broken.
 */
export function parseCoreMetadata(bytes: Uint8Array, file: string): CoreMetadata {
  const headers = parseHeaders(bytes, file);
  const single = (name: string): string | undefined => singleValue(headers, name, file);
  const required = (name: string): string => {
    const value = single(name);
    if (value === undefined) throw unacceptable(file, `has no field "${name}"`);
    if (value.length > LONGEST_IDENTITY) {
      const most = `the maximum is ${LONGEST_IDENTITY}`;
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
    throw unacceptable(file, `has the version ${quoted(version)}, which is not a PEP 440 version`);
  }
  return { name, version, requiresPython: requiresPython(single('Requires-Python'), file), headers };
}

const NAME_RULE = 'may only have letters, digits, ".", "-" and "_", with a letter or digit at either end';

/** Core metadata, "Metadata-Version": a reader must fail if the major version is higher than those it supports. */
function checkMetadataVersion(version: string, file: string): void {
  if (/^[12]\.\d+$/.test(version)) return;
  throw unacceptable(file, `has the Metadata-Version ${quoted(version)}, but only 1.x and 2.x are supported`);
}

function requiresPython(value: string | undefined, file: string): string | undefined {
  if (value === undefined) return undefined;
  if (value.length > LONGEST_REQUIRES_PYTHON) {
    const limit = `the maximum is ${LONGEST_REQUIRES_PYTHON}`;
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
