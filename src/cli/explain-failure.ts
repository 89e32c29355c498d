/** Turns any failure into a message and an exit code. Only unexpected errors keep their stack trace. */
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
  const { DamagedDownload, LarderError, UnexpectedAnswer } = await import('../client/index.ts');
  if (error instanceof LarderError) {
    const { status, message, problem, requestId } = error;
    // Locations such as `body.name` need the context.
    return withRequestId(refused(status, status === 400 ? `${problem?.title}: ${message}` : message), requestId);
  }
  if (error instanceof UnexpectedAnswer) return foreign(error);
  if (error instanceof DamagedDownload) {
    return {
      outcome: 'failed',
      message: `${error.message}\nIf it fails again, run \`larder check --hash\` on the server.`,
    };
  }
  // Names such as `..` would change the path; the client rejects them before it sends a request.
  if (error instanceof TypeError && error.message.startsWith('The path parameter')) {
    return { outcome: 'usage', message: error.message };
  }
  if (error.name === 'AbortError') return { outcome: 'interrupted', message: 'Interrupted.' };
  const system = systemError(error);
  // The client's own error has no system call.
  if (system?.code === 'EEXIST' && system.path !== undefined && system.syscall === undefined)
    return { outcome: 'exists', message: existsMessage(system.path) };
  if (system?.syscall !== undefined && system.path !== undefined)
    return { outcome: 'failed', message: fileFailure(system) };
  // `fetch` rejects with its own error when the body of a request fails.
  if (error instanceof TypeError && error.cause instanceof RangeError)
    return {
      outcome: 'failed',
      message: `${error.cause.message}\nMake sure that no program is writing to it, then try again.`,
    };
  if (error instanceof TypeError && error.cause !== undefined) return unreachable(error);
  if (system?.code === 'EPIPE') return { outcome: 'closedPipe', message: '' };
  return { outcome: 'failed', message: error.stack ?? error.message };
}

function withRequestId({ outcome, message }: Failure, id: string | undefined): Failure {
  return {
    outcome,
    message: id === undefined ? message : `${message}\nFor the server's log: request id ${id}`,
  };
}

function refused(status: number, message: string): Failure {
  switch (status) {
    case 401:
      // `larder login` does not help for an OIDC token; the message contains the remedy.
      if (message.includes('OIDC')) return { outcome: 'notAllowed', message };
      return { outcome: 'notAllowed', message: `${message}\nLog in with a valid token: larder login` };
    case 403:
      return { outcome: 'notAllowed', message: `${message}\nSee what the token allows: larder status` };
    case 404:
      return { outcome: 'notFound', message };
    case 409:
      return { outcome: 'exists', message };
    case 503:
      return { outcome: 'unreachable', message: `${message}\nCheck the state of the server: larder status` };
    default:
      return { outcome: 'failed', message };
  }
}

/** Explains a response that does not come from Larder, but from a proxy in front of it or from another server. */
function foreign({ status, server, url, message }: UnexpectedAnswer): Failure {
  const { origin } = URL.parse(url) ?? { origin: 'this address' };
  switch (status) {
    case 413: {
      const limit = server === 'nginx' ? 'client_max_body_size' : 'its limit on request bodies';
      return {
        outcome: 'failed',
        message: `A proxy in front of Larder rejected the upload: it is larger than the proxy allows (${status} from ${server ?? origin}).\nRaise ${limit}.`,
      };
    }
    case 502:
    case 503:
    case 504:
      return {
        outcome: 'unreachable',
        message: `The proxy at ${origin}${server === undefined ? '' : ` (${server})`} responds, but the server behind it does not (${status}).\nCheck that Larder is running and that the proxy has its address.`,
      };
    default:
      return {
        outcome: 'unreachable',
        message: `${message}\nCheck the address of the Larder server: larder status`,
      };
  }
}

/** Explains the error of `fetch` if there was no response. */
function unreachable(error: TypeError): Failure {
  const { code, message } = systemError(error.cause) ?? { code: undefined, message: String(error.cause) };
  return { outcome: 'unreachable', message: `The server cannot be reached: ${reasonOf(code, message)}` };
}

function reasonOf(code: string | undefined, message: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at this address (${code}).\nCheck that the server is running, and the address: larder status`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `its name cannot be resolved (${code}).\nCheck the address: larder status`;
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return `the connection was closed (${code}).\nTry again, or check whether the address begins with https:// or http://.`;
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return `it does not use TLS (${code}).\nTry http://… instead of https://….`;
    default:
      if (message === 'unexpected redirect')
        return `it redirects to another address.\nTry https://… instead of http://….`;
      if (/CERT|SELF_SIGNED|ALTNAME|ISSUER/.test(code ?? ''))
        return `its certificate is not trusted: ${message} (${code}).\nSet NODE_EXTRA_CA_CERTS to the certificate of the authority that signed it.`;
      return `${message}${code === undefined ? '' : ` (${code})`}.`;
  }
}

export function existsMessage(path: string): string {
  return `${path} already exists.\nReplace it with --force, or specify another name with --output.`;
}

function fileFailure({ code, path, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `File not found: ${path}`;
    case 'EACCES':
    case 'EPERM':
      return `This user has no permission to access ${path} (${code}).`;
    case 'EISDIR':
      return `${path} is a folder, not a file.`;
    case 'ENOTDIR':
      return `${path} does not exist: a part of the path is not a folder.`;
    case 'ENOSPC':
      return `The disk has no space left for ${path}.`;
    default:
      return message;
  }
}

function systemError(error: unknown): NodeJS.ErrnoException | undefined {
  // All addresses of a name failed; any one of the errors explains that.
  if (error instanceof AggregateError) return systemError(error.errors.at(-1));
  return error instanceof Error ? error : undefined;
}
