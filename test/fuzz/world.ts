/** A server with things for requests, which are created again after a request has changed some of them. */
import type { EcosystemId } from '../../src/model/values.ts';
import { startAsking, type FuzzReply } from './ask.ts';
import { blanksOf, spentBy, type Draft } from './drafts.ts';
import { fillIn, type FilledRequest, type Known } from './fill-in.ts';
import { subjects } from './subjects.ts';
import { createThings, type Target, type Things } from './things.ts';
import { validDraft } from './valid-drafts.ts';

export interface World extends Disposable {
  readonly target: Target;
  send(draft: Draft): Promise<Exchanged>;
  /** Requests so far, but for those that made things. */
  count(): number;
}

export interface Exchanged {
  readonly request: FilledRequest;
  readonly reply: FuzzReply;
}

export function createWorld(target: Target): World {
  const asking = startAsking(target.url);
  const things = new Map<EcosystemId, Things>();
  let made = 0;

  function thingsOf(ecosystem: EcosystemId): Things {
    const found = things.get(ecosystem) ?? createThings(target, ecosystem, (known) => digestsIn(ecosystem, known));
    things.set(ecosystem, found);
    return found;
  }

  /** Files with a digest in their URL are listed in those without one; packages contain theirs as well. */
  async function digestsIn(ecosystem: EcosystemId, known: Known): Promise<string[]> {
    const native = subjects.filter(({ ecosystems }) => ecosystems.length === 1 && ecosystems[0] === ecosystem);
    const texts: string[] = [];
    for (const draft of native.map((subject) => validDraft(subject, ecosystem))) {
      if (blanksOf(draft).has('sha256')) continue;
      made += 1;
      texts.push((await asking.ask(await fillIn(draft, known))).bytes.toString('latin1'));
    }
    return texts.flatMap((text) => [...text.matchAll(/\b[0-9a-f]{64}\b/g)].map(([digest]) => digest));
  }

  return {
    target,
    send: async (draft) => {
      const own = thingsOf(draft.ecosystem);
      const request = await fillIn(draft, await own.know(blanksOf(draft)));
      const reply = await asking.ask(request);
      // An upload that could not be finished has ended, too.
      const hasChanged = reply.status < 300 || (draft.method === 'PUT' && draft.path.endsWith('/{upload}'));
      if (hasChanged && draft.method !== 'GET') await own.spend(spentBy(draft));
      return { request, reply };
    },
    count: () => asking.count() - made,
    [Symbol.dispose]: () => asking[Symbol.dispose](),
  };
}
