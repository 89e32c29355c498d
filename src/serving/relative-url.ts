/** URLs that are written from other URLs: relative ones, which stay valid behind a proxy, and those of folders. */

/**
 * Returns the reference that leads from one URL of the server to another one (RFC 3986, section 4.2), as `../b/c` from
 * `/a/x` to `/b/c`. Both are complete, or both are paths.
 */
export function relativeUrl(from: string, to: string): string {
  return relativeTo(from)(to);
}

/** Returns a function that returns references from one URL, for many of them. */
export function relativeTo(from: string): (to: string) => string {
  const folders = foldersOf(from).map((folder, index) => ({ folder, up: '../'.repeat(index) }));
  return (to) => {
    const shared = folders.find(({ folder }) => to.startsWith(folder));
    if (shared === undefined) return to;
    const reference = shared.up + to.slice(shared.folder.length);
    // The empty reference is the whole URL, a slash at its beginning is the root, and a colon could end a scheme.
    return reference === '' || /^\/|^[^/]*:/.test(reference) ? `./${reference}` : reference;
  };
}

/** Returns the URL of the folder of a URL, or of one that is some levels above, with a slash at its end. */
export function folderOf(url: string, levels = 0): string {
  return foldersOf(url)[levels] ?? '';
}

/** Returns the URLs of all folders, the innermost first. */
function foldersOf(url: string): string[] {
  const folders: string[] = [];
  for (let end = url.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : url.lastIndexOf('/', end - 1))
    folders.push(url.slice(0, end + 1));
  return folders;
}
