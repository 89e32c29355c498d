/** A real server that has the resources of the contract's examples, and the requests that cause each of them. */
import type { ProblemCode } from '../../src/model/failure.ts';
import type { TestServer } from '../fixtures/server.ts';
import { memoized, startExampleServer, targetAt, type Things } from '../client/targets.ts';
import { send, type Draft } from './draft.ts';
import { rejections, type RejectionCode } from './refusals.ts';
import { accepting, successOf, type ShownCase } from './shown-cases.ts';
import { successfulDraft } from './successes.ts';

export interface Examples extends AsyncDisposable {
  readonly server: TestServer;
  /** The response of the server to the request of a case, which must not be a response to a fault. */
  reply(shown: ShownCase): Promise<Response>;
  /** The same for a success, with a change to its request, which is made just before that is sent. */
  succeed(shown: ShownCase, change?: (draft: Draft, things: Things) => Draft): Promise<Response>;
  /** The same about things that others use too, with a change that lets the request change nothing. */
  attempt(shown: ShownCase, change?: (draft: Draft, things: Things) => Draft): Promise<Response>;
}

/** Where requests go instead of to a server's own URL, such as to a proxy that passes them on. */
export interface Front extends AsyncDisposable {
  readonly url: string;
}

/**
 * The usual server accepts requests; the other one rejects them: it waits for no body, accepts only small ones and
 * reuses no version.
 */
export type Served = 'usual' | 'impatient';

const noFront = (url: string): Front => ({ url, [Symbol.asyncDispose]: () => Promise.resolve() });

/** `frontOf` returns the URL of a proxy for each server; only the requests of the cases use it. */
export async function startExamples(
  frontOf: (url: string, served: Served) => Front | Promise<Front> = noFront,
): Promise<Examples> {
  const server = await startExampleServer();
  // On the same records.
  const impatient = await startExampleServer({
    LARDER_DATA_DIR: server.dataDir,
    LARDER_BODY_TIMEOUT_MS: '50',
    LARDER_MAX_PACKAGE_SIZE: String(1024 * 1024),
    LARDER_REUSE_HOURS: '0',
  });
  const [front, impatientFront] = [await frontOf(server.url, 'usual'), await frontOf(impatient.url, 'impatient')];
  const { things } = targetAt(server.url, server.token);
  const sharedThings = memoized(things);

  const asking =
    (made: (shown: ShownCase) => Promise<Things>): Examples['succeed'] =>
    async (shown, change = (draft) => draft) => {
      const own = await made(shown);
      const draft = change(await successfulDraft(shown, own, server.url), own);
      return await send(front.url, shown.operation, draft);
    };
  const attempt = asking(({ ecosystem }) => sharedThings(ecosystem));
  // What reads can be read again.
  const succeed = asking(({ ecosystem, operation }) => (operation.method === 'GET' ? sharedThings : things)(ecosystem));
  const reject = async (shown: ShownCase, problem: RejectionCode): Promise<Response> => {
    const isLimit = ['request-timeout', 'payload-too-large', 'version-deleted'].includes(problem);
    const [{ url }, { url: through }] = isLimit ? [impatient, impatientFront] : [server, front];
    // The example of the list of registries shows one of files, too.
    const other = shown.ecosystem === 'files' ? 'debian' : 'files';
    const [own, others] = [await sharedThings(shown.ecosystem), await sharedThings(other)];
    const draft = await successfulDraft(successOf(shown), own, url);
    const rejected = await rejections[problem](draft, {
      shown,
      things: own,
      others,
      server: isLimit ? impatient : server,
      url,
    });
    return await send(through, shown.operation, accepting(shown, rejected));
  };
  return {
    server,
    succeed,
    attempt,
    reply: (shown) => (shown.problem === undefined ? succeed(shown) : reject(shown, known(shown.problem))),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([front[Symbol.asyncDispose](), impatientFront[Symbol.asyncDispose]()]);
      await impatient[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Throws for responses to faults, which no request can cause. */
function known(problem: ProblemCode): RejectionCode {
  if (problem in rejections) return problem as RejectionCode;
  throw new Error(`No request is refused with ${problem}.`);
}
