/** The properties of a package for people and for the lists. */
import type { RpmFile } from '../../formats/rpm-file.ts';
import { shownText } from './shown-text.ts';
import { SIGNATURE_TAG, TAG } from './tags.ts';

export interface Details {
  readonly summary: string;
  readonly description: string;
  readonly packager: string;
  readonly url: string;
  readonly license: string;
  readonly vendor: string;
  readonly group: string;
  readonly buildHost: string;
  /** The file name of the source package; '' for source packages. */
  readonly sourceRpm: string;
  /** In seconds since 1970; 0 if it is unknown. */
  readonly builtAt: number;
  /** In bytes: the files when they are installed, and the uncompressed payload; 0 if it is unknown. */
  readonly installedSize: number;
  readonly archiveSize: number;
  /** The module that the package was built for, such as `nodejs:20`; '' if it is for none. */
  readonly module: string;
}

export async function readDetails({ main, signature }: RpmFile): Promise<Details> {
  const number = async (tag: number): Promise<number | undefined> => (await main.integers(tag))[0];
  const signed = async (tag: number): Promise<number | undefined> => (await signature.integers(tag))[0];
  return {
    summary: await shownText(main, TAG.summary),
    description: await shownText(main, TAG.description),
    packager: await shownText(main, TAG.packager),
    url: await shownText(main, TAG.url),
    license: await shownText(main, TAG.license),
    vendor: await shownText(main, TAG.vendor),
    group: await shownText(main, TAG.group),
    buildHost: await shownText(main, TAG.buildHost),
    sourceRpm: await shownText(main, TAG.sourceRpm),
    builtAt: (await number(TAG.buildTime)) ?? 0,
    installedSize: (await number(TAG.longSize)) ?? (await number(TAG.size)) ?? 0,
    // Versions 3 and 4 of the format have it in the signature header, version 6 in the main one.
    archiveSize:
      (await signed(SIGNATURE_TAG.longArchiveSize)) ??
      (await signed(SIGNATURE_TAG.payloadSize)) ??
      (await number(TAG.archiveSize)) ??
      (await number(TAG.payloadSizeAlt)) ??
      0,
    module: await shownText(main, TAG.modularityLabel),
  };
}
