/** Failures as clients read them: `cm-push` prints the member `error`, and helm the status line. */
import type { operations } from '../../../generated/native/helm.ts';
import type { FailureWriter } from '../../contract/failure-writer.ts';

export const chartFailure: FailureWriter<operations> = ({ detail }) => ({
  type: 'application/json',
  reason: detail,
  body: { error: detail },
});
