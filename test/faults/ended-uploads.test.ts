/**
 * A publication by URL whose upload ends meanwhile, at any step: the package exists with its bytes, or the response
 * reports that the upload cannot be used.
 */
import { expect, it } from 'vitest';
import { findingsIn } from '../registry/findings.ts';
import { useMeanwhile } from './meanwhile.ts';
import { startQuietServer } from './quiet-server.ts';
import { endings, clearAway, outcomeOf, publishUrl, upload } from './upload-endings.ts';

it.each(Object.entries(endings))('wherever an upload %s, a publication is whole or rejected', async (_, end) => {
  const server = await startQuietServer();
  const meanwhile = useMeanwhile(server.larder);
  const outcomes = new Map<string, number>();
  for (let at = 0; ; at += 1) {
    const { url, bytes, fileName } = await upload(server, at);
    meanwhile.arm(at, () => end(server, url));
    const response = await publishUrl(server, url);
    const step = meanwhile.disarm();
    outcomes.set(step ?? 'never', await outcomeOf(server, response, fileName, bytes));
    if (step === undefined) break;
  }
  expect([...outcomes]).toEqual(
    expect.arrayContaining([
      ['before uploads.find', 422],
      ['before blobs.borrow', 422],
      ['before read', 422],
      ['before packages.publish', 422],
      ['after packages.publish', 200],
      ['never', 200],
    ]),
  );
  await clearAway(server);
  expect([server.violations(), await findingsIn(server)]).toEqual([0, []]);
});
