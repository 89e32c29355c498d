/** Operations of the tag Sessions. */
import { isFromOwnPage } from '../contract/own-page.ts';
import { Failure } from '../model/failure.ts';
import { endSession as end, sessionLifetime, startSession } from '../registry/sessions.ts';
import { findToken } from '../registry/tokens.ts';
import { unkept } from '../serving/caching.ts';
import type { PageOperation, PageOperations } from './operation.ts';
import { signInPage } from './sign-in-page.ts';

const showSignIn: PageOperation<'showSignIn'> = ({ query }, { urls }) => signInPage(query.next, urls);

const createSession: PageOperation<'createSession'> = async ({ query, headers, body }, { larder, urls }) => {
  // Otherwise, another site could start a session with its own token, and get the packages that the user publishes.
  if (!isFromOwnPage(headers, urls.base))
    throw new Failure('unauthenticated', `The form was not sent by a page of ${urls.base}. Send this one.`);
  const token = await findToken(larder, body.token.trim());
  const secret = token && (await startSession(larder, token));
  if (secret === undefined)
    throw new Failure('unauthenticated', 'This token does not exist, or it has expired. Check that it is complete.');
  return {
    status: 303,
    headers: {
      // The contract allows only paths of pages here, and the URL begins with that of this server.
      Location: urls.base + query.next,
      'Set-Cookie': cookie(secret, sessionLifetime / 1000, urls.base),
      ...unkept,
    },
  };
};

const endSession: PageOperation<'endSession'> = async ({ requireCaller }, { larder, urls }) => {
  const caller = requireCaller();
  if ('session' in caller) await end(larder, caller);
  return { status: 303, headers: { Location: urls.of('showFront', {}), 'Set-Cookie': cookie('', 0, urls.base) } };
};

/**
 * Scripts cannot read the cookie, other sites cannot send forms with it (RFC 6265bis, section 5.6.7), and of a server with
 * https, no connection without encryption has it.
 */
function cookie(value: string, seconds: number, url: string): string {
  const { pathname, protocol } = new URL(url);
  const secure = protocol === 'https:' ? '; Secure' : '';
  return `larder_session=${value}; Path=${pathname}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

export const sessions = { showSignIn, createSession, endSession } satisfies Partial<PageOperations>;
