/** `larder oidc explain`: shows which statement of a registry's policy matches a token or claims, rule by rule. */
import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { components } from '../../../client/index.ts';
import { reply } from '../../reply.ts';
import { CommandError } from '../../command-error.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../../registry-choice.ts';
import { printable } from '../../terminal.ts';

type Explanation = components['schemas']['OidcExplanation'];

interface Options extends RegistryOptions {
  readonly oidcToken?: string;
  readonly claims?: string;
}

export function addOidcExplain(group: Command): void {
  const command = withRegistry(group.command('explain'))
    .description("Explain which statement of a registry's OIDC policy matches a token or claims")
    .addOption(new Option('--oidc-token <file>', 'a file with a token; - for standard input').conflicts('claims'))
    .option('--claims <file>', 'a file with claims as a JSON object; - for standard input');
  withConnection(command).action(explain);
  examples(command, [
    'larder oidc explain --registry my-registry --claims claims.json',
    'buildkite-agent oidc request-token --audience http://127.0.0.1:8080/my-org/my-registry | larder oidc explain --registry my-registry --oidc-token -',
  ]);
}

async function explain(options: Options): Promise<void> {
  const input = await inputOf(options);
  const connection = await connect(options);
  const at = await registryRefOf(connection, options);
  await reply(options, await connection.client.explainOidcPolicy({ ...at, ...input }), explanationText);
}

async function inputOf({
  oidcToken,
  claims,
}: Options): Promise<{ token: string } | { claims: Record<string, unknown> }> {
  if (oidcToken !== undefined) return { token: (await textOf(oidcToken)).trim() };
  if (claims === undefined)
    throw new CommandError('usage', 'No token or claims specified.\nPass --oidc-token FILE or --claims FILE.');
  const text = await textOf(claims);
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { claims: { ...parsed } };
  } catch {
    // Told below.
  }
  throw new CommandError('usage', `${claims} is not a JSON object.\nClaims look like {"iss": "https://…", "sub": "…"}`);
}

async function textOf(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8');
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString();
}

function explanationText({ matched, scopes, statements, token }: Explanation): string {
  const lines = [
    matched === null
      ? 'No statement matches.'
      : `Statement ${matched} matches and grants ${scopes.join(', ') || 'nothing'}.`,
    ...(token === null
      ? []
      : [
          `The registry ${token.accepted ? 'accepts' : 'rejects'} the token.`,
          ...token.checks.map(({ check, holds, detail }) => `  ${mark(holds)} ${check}: ${detail}`),
        ]),
    ...statements.flatMap(({ matched: fits, claims }, index) => [
      `Statement ${index} ${fits ? 'matches' : 'does not match'}:`,
      ...claims.map(
        ({ claim, rule, actual, holds }) =>
          `  ${mark(holds)} ${claim} ${inWords(rule)}: it is ${actual === undefined ? 'missing' : JSON.stringify(actual)}`,
      ),
    ]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function mark(holds: boolean): string {
  return holds ? '✓' : '✗';
}

function inWords(rule: components['schemas']['OidcRule']): string {
  const words = rule.map(
    ({ matcher, values }) => `${matcher.replace('_', ' ')} ${values.map((value) => JSON.stringify(value)).join(', ')}`,
  );
  return words.join(' and ');
}
