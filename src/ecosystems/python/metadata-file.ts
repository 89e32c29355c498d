/** The METADATA file of a wheel, which clients fetch before they download the wheel (PEP 658). */

const SUFFIX = '.metadata';

/** Returns the name of the metadata file of a wheel. */
export function metadataFileName(wheel: string): string {
  return wheel + SUFFIX;
}

export function isMetadataFileName(name: string): boolean {
  return name.endsWith(SUFFIX);
}
