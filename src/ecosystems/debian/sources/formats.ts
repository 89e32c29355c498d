/** The formats of source packages, and the files of each (dpkg-source(1), section "Source package formats"). */
import { quoted } from '../../../formats/quoted.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { withoutEpoch } from '../version.ts';
import { parseSourceFileName, type SourceFileName } from './file-name.ts';

interface Described {
  readonly source: string;
  readonly version: string;
  readonly format: string;
}

interface Format {
  isAccepted(file: SourceFileName): boolean;
  isComplete(files: readonly SourceFileName[]): boolean;
  /** The files of the format, for messages. */
  readonly files: string;
}

const isMain = ({ kind, component, isSignature }: SourceFileName): boolean =>
  kind === 'orig' && component === undefined && !isSignature;

const native: Format = {
  isAccepted: ({ kind }) => kind === 'native',
  isComplete: (files) => files.length === 1,
  files: 'one archive',
};

const quilt: Format = {
  isAccepted: ({ kind }) => kind === 'orig' || kind === 'debian',
  isComplete: (files) => one(files.filter(isMain)) && one(files.filter(({ kind }) => kind === 'debian')),
  files: 'one .orig.tar and one .debian.tar, and others of upstream',
};

const FORMATS: ReadonlyMap<string, Format> = new Map([
  [
    '1.0',
    {
      isAccepted: ({ kind, component, compression }) =>
        compression === 'gz' && kind !== 'debian' && component === undefined,
      isComplete: (files) =>
        native.isComplete(files) ? files[0]?.kind === 'native' : one(files.filter(isMain)) && files.some(isDiff),
      files: 'one .tar.gz, or one .orig.tar.gz and one .diff.gz',
    },
  ],
  ['2.0', quilt],
  ['3.0 (quilt)', quilt],
  ['3.0 (native)', native],
]);

const isDiff = ({ kind }: SourceFileName): boolean => kind === 'diff';

function one({ length }: readonly unknown[]): boolean {
  return length === 1;
}

/**
 * Throws `UnacceptableFile` if dpkg-source does not know the format, or if the format has other files. Their names begin
 * with the name and the version of the source.
 */
export function checkFiles({ source, version, format }: Described, names: readonly string[]): void {
  const rules = FORMATS.get(format);
  if (rules === undefined)
    throw new UnacceptableFile(
      `The .dsc file has the format ${quoted(format)}; it must be one of ${[...FORMATS.keys()].join(', ')}.`,
    );
  const files = names.map((name) => fileOf(name, { source, version }));
  const other = names.find((_name, n) => !files[n] || !rules.isAccepted(files[n]));
  if (other === undefined && rules.isComplete(files.flatMap((file) => file ?? []))) return;
  const found = names.length === 0 ? 'no files' : names.map((name) => quoted(name)).join(', ');
  throw new UnacceptableFile(
    `The .dsc file lists ${found}; a source package of the format ${format} has ${rules.files}, named ${source}_${withoutEpoch(version)} or, of upstream, without the revision.`,
  );
}

function fileOf(name: string, { source, version }: Pick<Described, 'source' | 'version'>): SourceFileName | undefined {
  const file = parseSourceFileName(name);
  const own = withoutEpoch(version);
  const expected = file?.kind === 'orig' ? own.replace(/-[^-]*$/, '') : own;
  return file?.source === source && file.version === expected ? file : undefined;
}
