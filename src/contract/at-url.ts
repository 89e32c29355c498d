/** A description and what was made of it, with the URL of the running server in place of the one that it documents. */
import type { OpenApiDocument } from './description.ts';

/** Returns the description as the server at `url` serves it: its examples name that server, too. */
export function descriptionAt(document: OpenApiDocument, url: string): OpenApiDocument {
  return JSON.parse(textAt(JSON.stringify(document), document, url)) as OpenApiDocument;
}

/** The same for a text that has been made from the description. `url` has no slash at its end. */
export function textAt(text: string, { servers = [] }: Pick<OpenApiDocument, 'servers'>, url: string): string {
  return servers.reduce((all, server) => all.replaceAll(server.url, () => url), text);
}
