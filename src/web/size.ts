const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** Returns a size such as `1.2 MB`; below 1,000 bytes it is exact. */
export function humanSize(bytes: number): string {
  let size = bytes;
  let unit: string = bytes === 1 ? 'byte' : 'bytes';
  for (const next of units) {
    if (size < 999.5) break;
    size /= 1000;
    unit = next;
  }
  return `${size.toFixed(bytes >= 1000 && size < 9.95 ? 1 : 0)} ${unit}`;
}

/** Returns all digits, in groups of three. */
export function exactSize(bytes: number): string {
  return `${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
