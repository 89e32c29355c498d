/** URLs of a server that the mock does not serve: web pages and the URLs of native clients. */
import { readDescription, type OpenApiDocument } from '../contract/description.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import { createRouter, segmentsOf } from '../contract/router.ts';

/**
 * Returns a function that writes failures like `write`. For a URL of one of the descriptions, the failure has the
 * command that serves it.
 */
export function tellingWhatToUse(descriptions: readonly OpenApiDocument[], write: WriteFailure): WriteFailure {
  const { find } = createRouter(
    descriptions.flatMap((document) =>
      readDescription(document).operations.map((operation) => ({ operation, service: String(document.info['title']) })),
    ),
  );
  return (failure, request) => {
    const isElsewhere =
      failure.code === 'not-found' && request.operation === undefined && find(segmentsOf(request.path)) !== undefined;
    return write(isElsewhere ? { ...failure, detail: instead(request.path) } : failure, request);
  };
}

function instead(path: string): string {
  return (
    `The mock has the API only, and ${path} is for people or for native clients. ` +
    'Start a server for them: larder serve --ephemeral --seed demo'
  );
}
