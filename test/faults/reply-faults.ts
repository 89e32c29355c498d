/** Makes the server of this process fail, so that it sends the responses that only faults can cause. */
import { ServerResponse } from 'node:http';
import { expect, onTestFinished } from 'vitest';
import type { ProblemCode } from '../../src/model/failure.ts';
import type { Examples } from '../examples/example-server.ts';
import { accepting, successOf, type ShownCase } from '../examples/shown-cases.ts';
import { eventually } from '../fixtures/eventually.ts';
import { needsRoom, useFailingSteps, type ArmedFault } from './failing-steps.ts';

/** Returns the response to a fault. That the server was ready holds for a second, so it is waited for. */
export function replyToFault(examples: Examples, shown: ShownCase): Promise<Response> {
  return eventually(async () => {
    let repair: Repair | undefined;
    const response = await examples.succeed(successOf(shown), (draft) => {
      repair = injectFault(shown.problem, examples.server.dataDir);
      return accepting(shown, draft);
    });
    repair?.();
    expect(response.status).toBe(shown.status);
    return response;
  });
}

/** Ends the fault. */
type Repair = () => void;

/** `folder` is the data folder of the server. Returns undefined for problems that are not caused by faults. */
export function injectFault(problem: ProblemCode | undefined, folder: string): Repair | undefined {
  switch (problem) {
    case 'internal':
      return failToReply();
    case 'unavailable':
      return failStorage(folder, { step: () => true, fault: 'failed' });
    case 'insufficient-storage':
      return failStorage(folder, { step: needsRoom, fault: 'full' });
    default:
      return undefined;
  }
}

function failStorage(folder: string, fault: ArmedFault): Repair {
  const failing = useFailingSteps(folder);
  void failing.arm(fault);
  return () => void failing.disarm();
}

/** As if the head of a response cannot be written: only once, so that this can be reported. */
function failToReply(): Repair {
  const { writeHead } = ServerResponse.prototype;
  const repair: Repair = () => void (ServerResponse.prototype.writeHead = writeHead);
  ServerResponse.prototype.writeHead = () => {
    repair();
    throw new Error('made up');
  };
  onTestFinished(repair);
  return repair;
}
