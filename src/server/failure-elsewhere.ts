/** Failures of URLs that belong to no service. */
import type { OpenApiDocument } from '../contract/description.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import { remediesIn } from '../serving/remedies.ts';
import { failureForPeople } from '../web/failure-page.ts';

/** Clients also request URLs of the host instead of a registry, such as those of trusted publishing. */
export function failureElsewhere(descriptions: readonly OpenApiDocument[]): WriteFailure {
  const remedyFor = remediesIn(...descriptions);
  return (failure, request) =>
    failureForPeople({ ...failure, detail: remedyFor(request, failure) ?? failure.detail }, request);
}
