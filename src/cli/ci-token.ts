/** Requests an OIDC token from the CI in which a command runs: Buildkite, GitHub Actions or CircleCI. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandError } from './command-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `CommandError` if the command does not run in one of the three, or if the CI returns no token. */
export async function ciToken(audience: string, environment: Environment = process.env): Promise<string> {
  const token = await requestToken(audience, environment);
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  throw new CommandError('failed', 'The CI returned something that is not an OIDC token.');
}

async function requestToken(audience: string, environment: Environment): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret } = environment;
  if (url && secret) return gitHubToken(url, secret, audience);
  if (environment['GITHUB_ACTIONS'] === 'true')
    throw new CommandError(
      'usage',
      'The job is not allowed to request OIDC tokens.\nAdd "id-token: write" to its permissions.',
    );
  if (environment['BUILDKITE'] === 'true')
    return run('buildkite-agent', ['oidc', 'request-token', '--audience', audience, '--lifetime', '300']);
  if (environment['CIRCLECI'] === 'true') return circleCiToken(audience, environment);
  throw new CommandError(
    'usage',
    '--oidc works in Buildkite, GitHub Actions and CircleCI only.\nElsewhere, set LARDER_TOKEN to a token of your issuer.',
  );
}

/** See "OpenID Connect reference" of GitHub Actions. */
async function gitHubToken(url: string, secret: string, audience: string): Promise<string> {
  const request = new URL(url);
  request.searchParams.set('audience', audience);
  const response = await fetch(request, { headers: { Authorization: `bearer ${secret}`, Accept: 'application/json' } });
  if (!response.ok) throw new CommandError('failed', `GitHub returned no OIDC token: ${response.status}.`);
  const { value } = Object(await response.json()) as { readonly value?: unknown };
  return typeof value === 'string' ? value : '';
}

/** CircleCI's variable has the audience of the project's settings; only its command takes another one. */
async function circleCiToken(audience: string, environment: Environment): Promise<string> {
  try {
    return await run('circleci', ['run', 'oidc', 'get', '--claims', JSON.stringify({ aud: audience })]);
  } catch (error) {
    const ready = environment['CIRCLE_OIDC_TOKEN_V2'] || environment['CIRCLE_OIDC_TOKEN'];
    if (ready) return ready;
    throw error;
  }
}

async function run(program: string, parameters: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, parameters, { timeout: 60_000 });
    return stdout.trim();
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    throw new CommandError('failed', `${program} returned no OIDC token: ${(stderr || message).trim()}`);
  }
}
