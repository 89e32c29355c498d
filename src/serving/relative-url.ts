/** URLs that are written from other URLs: relative ones, which stay valid behind a proxy, and those of folders. */

/**
 * Returns the reference that leads from one URL of the server to another one (RFC 3986, section 4.2), as `../b/c` from
 * `/a/x` to `/b/c`. Both are complete, or both are paths.
 */
export function relativeUrl(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const segments = to.split('/');
  const different = folders.findIndex((folder, index) => index >= segments.length - 1 || folder !== segments[index]);
  const shared = different === -1 ? folders.length : different;
  const reference = [...folders.slice(shared).map(() => '..'), ...segments.slice(shared)].join('/');
  // The empty reference is the whole URL, a slash at its beginning is the root, and a colon could end a scheme.
  return reference === '' || /^\/|^[^/]*:/.test(reference) ? `./${reference}` : reference;
}

/** Returns the URL of the folder of a URL, or of one that is some levels above, with a slash at its end. */
export function folderOf(url: string, levels = 0): string {
  return url
    .split('/')
    .slice(0, -1 - levels)
    .concat('')
    .join('/');
}
