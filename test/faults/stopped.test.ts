/** A publication that stops at any one step on the disk, as when its server is killed: another server sees no trace. */
import { expect, it } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { findingsIn } from '../registry/findings.ts';
import { changes, type Change } from './changes.ts';
import { useFailingSteps, type FailingSteps, type Step } from './failing-steps.ts';
import { startQuietServer } from './quiet-server.ts';
import { sweepLater } from './sweep-later.ts';

/** Two servers on one folder; what one of them remembers dies with it, so the other does without. */
async function start(): Promise<{ stopping: TestServer; living: TestServer }> {
  const stopping = await startQuietServer({ LARDER_STOP_TIMEOUT_MS: '10' });
  return { stopping, living: await startQuietServer({ LARDER_DATA_DIR: stopping.dataDir }) };
}

it.each(['a publication of a plain file', 'a piece of an upload', 'the end of an upload in pieces'] as const)(
  'wherever %s stops, nothing is half done, nothing stays behind, and later it can be done',
  async (name) => {
    const { stopping, living } = await start();
    const prepare = changes[name];
    const failing = useFailingSteps(stopping.dataDir);
    let number = 0;
    const { make } = await prepare(living, (number += 1));
    void failing.arm();
    await (await make()).arrayBuffer();
    const steps = failing.disarm().filter((step) => onDisk.includes(step.name));
    for (const step of steps) {
      number += 1;
      await stopAt(step, failing, await prepare(stopping, number));
      const change = await prepare(living, number);
      const made = await change.isMade();
      const later = await change.make();
      await later.arrayBuffer();
      expect([step, later.status]).toEqual([step, made ? change.again : 200]);
      if (!made) expect([step, await change.isMade()]).toEqual([step, true]);
    }
    expect(new Set(steps.map((step) => step.name))).toEqual(new Set(onDisk));
    expect(await findingsIn(living)).toEqual([]);
    await sweepLater(living);
    expect(await findingsIn(living)).toEqual([]);
    expect((await storedBytes(living.dataDir)).staged).toEqual([]);
  },
);

const onDisk = ['open', 'write', 'rename', 'sync', 'sync a folder', 'mkdir', 'link', 'unlink'];

/** Sends the request without waiting for more than the step; a step that is not taken this time stops nothing. */
async function stopAt(step: Step, failing: FailingSteps, change: Change): Promise<void> {
  const reached = failing.arm({ step, fault: 'stopped' });
  const reply = change.make();
  reply.catch(() => undefined);
  await Promise.race([reached, reply]);
  failing.disarm();
}
