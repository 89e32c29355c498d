/** The path of a file of a set, such as `org/acme/lib/1.0.0/lib-1.0.0-sources.jar`. */

export interface Coordinates {
  /** Such as `org.acme:lib`. */
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** Returns undefined for a path that is not that of a file of a set. */
export function coordinatesOf(path: string): Coordinates | undefined {
  const [, group, artifact, version, file] = /^(.+)\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (group === undefined || artifact === undefined || version === undefined || file === undefined) return undefined;
  if (!file.startsWith(`${artifact}-${version}`)) return undefined;
  return { name: `${group.replaceAll('/', '.')}:${artifact}`, version, file };
}

/** Returns the path of a file. */
export function pathOf({ name, version, file }: Coordinates): string {
  const [group = '', artifact = ''] = name.split(':');
  return `${group.replaceAll('.', '/')}/${artifact}/${version}/${file}`;
}
