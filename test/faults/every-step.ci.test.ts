/** If any step of a change fails, all of the change is made or none of it, and the response reports which. */
import { expect, it } from 'vitest';
import { rejectionOf } from '../fixtures/replies.ts';
import { someOf } from '../fixtures/rounds.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { findingsIn } from '../registry/findings.ts';
import { changes, type Change } from './changes.ts';
import { needsRoom, useFailingSteps, type FailingSteps } from './failing-steps.ts';
import { startQuietServer } from './quiet-server.ts';
import { sweepLater } from './sweep-later.ts';

const rejections = {
  full: { status: 507, type: 'insufficient-storage' },
  failed: { status: 503, type: 'unavailable' },
};

it.each(someOf(Object.entries(changes), 3))(
  'if any step of %s fails, the response is a failure, nothing is half done, and a later attempt succeeds',
  async (_, prepare) => {
    const server = await startQuietServer();
    const failing = useFailingSteps(server.dataDir);
    let number = 0;
    const next = () => prepare(server, (number += 1));
    const { make, needs } = await next();
    void failing.arm();
    await (await make()).arrayBuffer();
    const steps = failing.disarm();
    for (const fault of ['full', 'failed'] as const) {
      const rejected = new Set<string>();
      for (const step of fault === 'full' ? steps.filter(needsRoom) : steps) {
        const change = await next();
        void failing.arm({ step, fault });
        const wasRejected = await failOnce(change, failing, fault);
        if (wasRejected) rejected.add(step.name);
      }
      expect([fault, needs.filter((name) => !rejected.has(name))]).toEqual([fault, []]);
    }
    expect(server.violations()).toBe(0);
    await sweepLater(server);
    expect(await findingsIn(server)).toEqual([]);
    expect((await storedBytes(server.dataDir)).staged).toEqual([]);
  },
);

/** Makes a change while a step of it fails, then again without a fault. Returns whether the first one was rejected. */
async function failOnce(change: Change, failing: FailingSteps, fault: keyof typeof rejections): Promise<boolean> {
  const response = await change.make();
  failing.disarm();
  const made = await change.isMade();
  if (response.ok) {
    await response.arrayBuffer();
    expect(made).toBe(true);
    return false;
  }
  expect(await rejectionOf(response)).toEqual(rejections[fault]);
  // Only changes that were made although a failure was reported exist nevertheless.
  if (fault === 'full') expect(made).toBe(false);
  const later = await change.make();
  await later.arrayBuffer();
  expect(later.status).toBe(made ? change.again : 200);
  if (!made) expect(await change.isMade()).toBe(true);
  return true;
}
