/** Every body that the contract shows for a request is taken, by the server and by the mock. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { createLarderClient } from '../../src/client/index.ts';
import { shownBodies, type ShownBody } from '../../src/mock/described-examples.ts';
import { exampleFiles } from '../examples/example-files.ts';
import { makeUpload, targets, type Target, type Things } from '../client/targets.ts';
import { send, type Draft } from '../examples/draft.ts';
import { shownCases, type ShownCase } from '../examples/shown-cases.ts';
import { filledForm, successfulDraft } from '../examples/successes.ts';

const successes = new Map(shownCases.filter(({ status }) => status < 300).map((shown) => [shown.id, shown]));
const requests = [...successes.values()].flatMap((shown) =>
  shownBodies(shown.document, shown.operation).map((body) => ({ id: shown.id, shown, body, example: body.example })),
);

describe.each(Object.entries(targets))('%s', (name, start) => {
  let target: Target;
  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target[Symbol.asyncDispose]());

  // The mock has no native URLs.
  const ofTarget = requests.filter(({ shown }) => name === 'server' || shown.document === api);

  test.each(ofTarget)('takes the $example of $id', async ({ shown, body }) => {
    const things = await target.things(shown.ecosystem);
    const draft = await successfulDraft(shown, things, target.url);
    const sent = await bodyAsShown(shown, body, things);
    const reply = await send(target.url, shown.operation, { ...draft, body: sent });
    expect([reply.status, await reply.text()]).toEqual([shown.status, expect.any(String)]);
  });

  /** As it is shown, but for files and for what only a server can give out. */
  async function bodyAsShown(
    { operation }: ShownCase,
    { type, value }: ShownBody,
    things: Things,
  ): Promise<Draft['body']> {
    const media = operation.body?.media.get(type);
    if (type !== 'multipart/form-data') return value;
    const url = 'package_url' in value ? { package_url: await uploaded(things) } : {};
    return { ...(await filledForm(value, media?.fileParts ?? new Set(), things)), ...url };
  }

  /** Uploads a file for the other registry. Returns its URL. */
  async function uploaded({ ecosystem, organization, otherRegistry }: Things): Promise<string> {
    const [file] = await exampleFiles(ecosystem);
    const larder = createLarderClient({ baseUrl: target.url, token: target.token });
    const { id, data } = await makeUpload(larder, { organization, registry: otherRegistry });
    const form = { ...data, file: file ?? new File([], '') };
    await larder.POST('/uploads/{upload}', { params: { path: { upload: id } }, body: form });
    return `${target.url}/uploads/${id}/${form.file.name}`;
  }
});
