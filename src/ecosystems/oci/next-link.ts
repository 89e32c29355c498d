/** Returns the header that leads to the next page (RFC 8288). `url` may be relative. */
export function nextLink(url: string): { readonly Link: string } {
  return { Link: `<${url}>; rel="next"` };
}
