/** Failures as npm reads them: it prints the member `error`. */
import description from '../../../generated/native/javascript.json' with { type: 'json' };
import type { operations } from '../../../generated/native/javascript.ts';
import type { FailureWriter } from '../../contract/failure-writer.ts';
import { remediesIn } from '../../serving/remedies.ts';

/** For commands of npm that a registry without accounts, owners and teams does not serve. */
const remedyFor = remediesIn(description);

/** A package that was changed meanwhile is a conflict for npm. Only requests with `If-Match` get 412. */
export const npmFailure: FailureWriter<operations> = ({ code, detail, members }, request) => ({
  ...(code === 'precondition-failed' && request.method !== 'GET' && request.method !== 'HEAD' && { status: 409 }),
  type: 'application/json',
  body: { error: remedyFor(request, { members }) ?? detail },
});
