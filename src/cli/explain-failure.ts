/** Any failure, as the person at the terminal should read it. Only what nobody foresaw keeps its stack trace. */
import type { UnexpectedAnswer } from '../client/index.ts';
import { CommandError } from './command-error.ts';
import type { Outcome } from './exit-codes.ts';

export interface Failure {
  readonly outcome: Outcome;
  readonly message: string;
}

export async function explainFailure(error: unknown): Promise<Failure> {
  if (error instanceof CommandError) return { outcome: error.outcome, message: error.message };
  if (!(error instanceof Error)) return { outcome: 'failed', message: String(error) };
  const { LarderError, UnexpectedAnswer } = await import('../client/index.ts');
  if (error instanceof LarderError) return refused(error.status, error.message);
  if (error instanceof UnexpectedAnswer) return foreign(error);
  // Names such as `..` would lead to other places; the client refuses them before it asks.
  if (error instanceof TypeError && error.message.startsWith('The path parameter')) {
    return { outcome: 'usage', message: error.message };
  }
  if (error.name === 'AbortError') return { outcome: 'interrupted', message: 'Interrupted.' };
  const system = systemError(error);
  if (system?.syscall !== undefined && system.path !== undefined)
    return { outcome: 'failed', message: fileFailure(system) };
  // `fetch` rejects with its own error when the body of a request fails.
  if (error instanceof TypeError && error.cause instanceof RangeError)
    return { outcome: 'failed', message: `${error.cause.message}\nDoes something write to it? Try again.` };
  if (error instanceof TypeError && error.cause !== undefined) return unreachable(error);
  if (system?.code === 'EPIPE') return { outcome: 'closedPipe', message: '' };
  return { outcome: 'failed', message: error.stack ?? error.message };
}

function refused(status: number, message: string): Failure {
  switch (status) {
    case 401:
      // Nobody logs in with such a token; the message says what it needs.
      if (message.includes('OIDC')) return { outcome: 'notAllowed', message };
      return { outcome: 'notAllowed', message: `${message}\nLog in with a token that works: larder login` };
    case 403:
      return { outcome: 'notAllowed', message: `${message}\nSee what the token allows: larder status` };
    case 404:
      return { outcome: 'notFound', message };
    case 409:
      return { outcome: 'exists', message };
    case 503:
      return { outcome: 'unreachable', message: `${message}\nSee how the server is: larder status` };
    default:
      return { outcome: 'failed', message };
  }
}

/** A response that does not come from Larder: from a proxy in front of it, or from another server. */
function foreign({ status, server, url, message }: UnexpectedAnswer): Failure {
  const { origin } = URL.parse(url) ?? { origin: 'this address' };
  switch (status) {
    case 413: {
      const limit = server === 'nginx' ? 'client_max_body_size' : 'its limit on request bodies';
      return {
        outcome: 'failed',
        message: `A proxy in front of Larder refused the upload: it is larger than the proxy allows (${status} from ${server ?? origin}).\nRaise ${limit}.`,
      };
    }
    case 502:
    case 503:
    case 504:
      return {
        outcome: 'unreachable',
        message: `The proxy at ${origin} is there${server === undefined ? '' : ` (${server})`}, but the server behind it does not respond (${status}).\nIs Larder running, and does the proxy have its address?`,
      };
    default:
      return {
        outcome: 'unreachable',
        message: `${message}\nIs this the address of a Larder server? See it with: larder status`,
      };
  }
}

/** What fetch rejects with when no answer came. */
function unreachable(error: TypeError): Failure {
  const { code, message } = systemError(error.cause) ?? { code: undefined, message: String(error.cause) };
  return { outcome: 'unreachable', message: `The server cannot be reached: ${reasonOf(code, message)}` };
}

function reasonOf(code: string | undefined, message: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at this address (${code}).\nIs the server running, and the address right? See it with: larder status`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `its name is not known (${code}).\nIs the address right? See it with: larder status`;
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return `the connection was cut (${code}).\nTry again; does https belong before the address, or http?`;
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return `it does not speak TLS (${code}).\nIs its address http://… rather than https://…?`;
    default:
      if (message === 'unexpected redirect')
        return `it redirects to another address.\nIs its address https://… rather than http://…?`;
      if (/CERT|SELF_SIGNED|ALTNAME|ISSUER/.test(code ?? ''))
        return `its certificate is not trusted: ${message} (${code}).\nName the authority that signed it in NODE_EXTRA_CA_CERTS.`;
      return `${message}${code === undefined ? '' : ` (${code})`}.`;
  }
}

function fileFailure({ code, path, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `There is no ${path}.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be used by this user (${code}).`;
    case 'EISDIR':
      return `${path} is a folder.`;
    case 'ENOTDIR':
      return `${path} is not to be had: a part of it is no folder.`;
    case 'ENOSPC':
      return `There is no room left for ${path}.`;
    default:
      return message;
  }
}

function systemError(error: unknown): NodeJS.ErrnoException | undefined {
  // Several addresses of one name were tried: the last failure is as good as any.
  if (error instanceof AggregateError) return systemError(error.errors.at(-1));
  return error instanceof Error ? error : undefined;
}
