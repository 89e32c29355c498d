/** Replaces the documented URL in a description, or in a text derived from it, with the URL of the running server. */
import type { OpenApiDocument } from './description.ts';

/** Returns the description for the server at `url`. Its examples have that URL, too. */
export function descriptionAt(document: OpenApiDocument, url: string): OpenApiDocument {
  return JSON.parse(textAt(JSON.stringify(document), document, url)) as OpenApiDocument;
}

/** Returns a text that was derived from the description, with `url`, which has no slash at its end. */
export function textAt(text: string, { servers = [] }: Pick<OpenApiDocument, 'servers'>, url: string): string {
  return servers.reduce((all, server) => all.replaceAll(server.url, () => url), text);
}
