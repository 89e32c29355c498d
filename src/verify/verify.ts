/** Checks a server at a URL against the contract. */
import type { OpenApiDocument } from '../contract/description.ts';
import { readDescription } from '../contract/description.ts';
import { createSchemaCompiler } from '../contract/validation/json-schema.ts';
import { checkFiles } from './checks/files.ts';
import { checkLinks } from './checks/links.ts';
import { checkPages } from './checks/pages.ts';
import { checkReads } from './checks/reads.ts';
import { checkRefusals } from './checks/refusals.ts';
import { openOwnRegistry } from './checks/writes.ts';
import { createSender, type Exchange, type Values } from './exchange.ts';
import { fillIn, findPlaces } from './find-resources.ts';
import { createFindings, type CheckResult } from './findings.ts';
import { createJudge } from './judge-reply.ts';
import type { World } from './world.ts';

export interface VerifyOptions {
  /** The description that the server claims to have, with examples of any URL. */
  readonly document: OpenApiDocument;
  /** Without a slash at its end. */
  readonly url: string;
  /** Without one, only operations for anonymous callers succeed. */
  readonly token: string | undefined;
  /** By default, that of the token. */
  readonly organization: string | undefined;
  /** Whether to publish into a registry of its own, which is deleted at the end. */
  readonly write: boolean;
  /** Called with the number of checked responses so far. */
  readonly progress: (responses: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The URL is not that of a server with this API. The message has the reason and the remedy, one per line. */
export class NotThisApi extends Error {
  override readonly name = 'NotThisApi';
}

/** The server rejects the token. */
export class TokenRejected extends Error {
  override readonly name = 'TokenRejected';
}

/** Throws `NotThisApi`, `TokenRejected`, or the error of `fetch` if the server cannot be reached. */
export async function verify(options: VerifyOptions): Promise<readonly CheckResult[]> {
  const { document, url } = options;
  const { operations } = readDescription(document);
  const send = createSender(options);
  checkIdentity(document, url, await send({ method: 'GET', url: '/', token: null }));
  const organization =
    options.organization ?? organizationIn(url, await send({ method: 'GET', url: '/v2/access-token' }));
  const findings = createFindings(options.progress);
  const judge = createJudge(document, findings);
  const writing = { document, operations, url, send, judge, findings };
  // Not aborted, so that the registry is deleted in any case.
  const lasting = createSender({ url, token: options.token });
  const own = options.write ? await openOwnRegistry({ ...writing, send: lasting }, organization) : undefined;
  try {
    const places: readonly Values[] = own
      ? [await fillIn({ operations, send }, own.values)]
      : await findPlaces({ operations, send }, organization);
    const world: World = { ...writing, places };
    for (const check of [checkReads, checkRefusals, checkPages, checkLinks, checkFiles]) await check(world);
  } finally {
    await own?.finish();
  }
  return findings.results();
}

/** The greeting at `/`, and its problems, distinguish the API from other servers. */
function checkIdentity(document: OpenApiDocument, url: string, root: Exchange): void {
  const greets = createSchemaCompiler(document, 'none').compile({ $ref: '#/components/schemas/Greeting' });
  if (root.error !== undefined) throw root.error;
  if (root.status === 200 && greets(root.json) && root.headers.has('X-Request-Id')) return;
  const type = root.headers.get('Content-Type') ?? 'without a type';
  throw new NotThisApi(
    `${url} does not claim to be a server of this API: GET / is ${root.status}, ${type}.\n` +
      'Specify the base URL of a Larder server, such as http://127.0.0.1:8080',
  );
}

function organizationIn(url: string, { status, json }: Exchange): string {
  const { organization } = Object(json) as { readonly organization?: { readonly slug?: unknown } };
  const slug = organization?.slug;
  if (status === 401)
    throw new TokenRejected(`${url} rejects the token.\nSpecify another with --token or LARDER_TOKEN.`);
  if (typeof slug === 'string') return slug;
  throw new NotThisApi(
    `${url} does not return the organization of the token: GET /v2/access-token is ${status}.\nSpecify it with --organization.`,
  );
}
