/** A package of a registry by its id. */
import type { Deletion, Package, PackageFile } from '../../generated/api.ts';
import type { OperationMethods, SetPackageStandingParameters } from '../../generated/methods.ts';
import type { CallOptions } from './options.ts';
import { saveFile } from './save-file.ts';
import type { OnProgress } from './upload.ts';
import { verified } from './verified-download.ts';

export interface DownloadOptions extends CallOptions {
  /** The file, or its name; needed if the package has several. */
  readonly file?: string | PackageFile | undefined;
  /** Called with the bytes received so far, and the size of the file. */
  readonly onProgress?: OnProgress | undefined;
}

export interface SaveOptions extends DownloadOptions {
  /** Replaces an existing file. By default, an existing file is an error. */
  readonly replace?: boolean | undefined;
}

/** The standing of a package and its reason. */
export type Standing = Pick<SetPackageStandingParameters, 'standing' | 'notice'>;

/** All methods reject with the error of the problem, such as a `NotFoundError`. */
export interface PackageHandle {
  /** The slug of the organization. */
  readonly organization: string;
  /** The slug of the registry. */
  readonly registry: string;
  /** The package's id. */
  readonly package: string;
  /** Returns the package. */
  get(options?: CallOptions): Promise<Package>;
  /** Returns the files of the package. */
  files(options?: CallOptions): Promise<readonly PackageFile[]>;
  /** Opens a file. In Node, Bun and Deno, the stream fails at its end if the bytes differ from the file's digest. */
  download(options?: DownloadOptions): Promise<ReadableStream<Uint8Array>>;
  /**
   * Saves a file under a path, in Node, Bun and Deno. The path never refers to an incomplete file, or to one whose
   * digest is wrong. Rejects with the code `EEXIST` if the path exists.
   */
  downloadTo(path: string, options?: SaveOptions): Promise<PackageFile>;
  /** Deletes the package. Copies in other registries are kept. */
  delete(options?: CallOptions): Promise<Deletion>;
  /** Copies the package to another registry of the same organization and ecosystem, and returns the copy. */
  copyTo(registry: string, options?: CallOptions): Promise<Package>;
  /** Offers or unlists the package, with a notice for people. */
  setStanding(standing: Standing, options?: CallOptions): Promise<Package>;
  /** Makes the package unavailable. Its version cannot be published again. */
  withdraw(notice?: string | null, options?: CallOptions): Promise<Package>;
  /** Undoes a withdrawal. */
  restore(options?: CallOptions): Promise<Package>;
  /** Points a tag to the package. */
  tag(tag: string, options?: CallOptions): Promise<Package>;
  /** Deletes a tag that points to the package. */
  untag(tag: string, options?: CallOptions): Promise<Package>;
}

interface PackagePlace {
  readonly organization: string;
  readonly registry: string;
  readonly package: string;
}

export function packageHandle(methods: OperationMethods<CallOptions>, at: PackagePlace): PackageHandle {
  const open = async (options: DownloadOptions): Promise<Opened> => {
    const { file: given, onProgress, signal, headers, timeout } = options;
    const call = { signal, headers, timeout };
    const file = typeof given === 'object' ? given : chosen((await methods.listPackageFiles(at, call)).items, given);
    // An image of an index is a package of its own.
    const place = { ...at, package: file.package?.id ?? at.package, file: file.name };
    return { file, bytes: verified(await methods.getPackageFile(place, call), file, onProgress) };
  };
  return {
    ...at,
    get: (options) => methods.getPackage(at, options),
    files: async (options) => (await methods.listPackageFiles(at, options)).items,
    download: async (options = {}) => (await open(options)).bytes,
    downloadTo: async (path, options = {}) => {
      const { file, bytes } = await open(options);
      await saveFile(path, bytes, options.replace === true);
      return file;
    },
    delete: (options) => methods.deletePackage(at, options),
    copyTo: (to, options) => methods.copyPackage({ ...at, to }, options),
    setStanding: (standing, options) => methods.setPackageStanding({ ...at, ...standing }, options),
    withdraw: (notice, options) => methods.withdrawPackage({ ...at, notice }, options),
    restore: (options) => methods.restorePackage(at, options),
    tag: (tag, options) => methods.setPackageTag({ ...at, tag }, options),
    untag: (tag, options) => methods.deletePackageTag({ ...at, tag }, options),
  };
}

interface Opened {
  readonly file: PackageFile;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** Throws a `TypeError` if the package has no such file, or several and none is named. Referrers must be named. */
function chosen(files: readonly PackageFile[], name: string | undefined): PackageFile {
  const fitting = files.filter((file) => (name === undefined ? file.role !== 'referrer' : file.name === name));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  const names = files.map((file) => file.name).join(', ');
  throw new TypeError(
    name === undefined
      ? `The package has several files. Specify \`file\`, one of: ${names}`
      : `The package has no file ${JSON.stringify(name)}. Its files: ${names}`,
  );
}
