/** Runs one story against a server with `redocly respect`, which also checks each response against the description. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { workflows } from './stories.ts';

export interface Teller {
  /** The URL of the server, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** The slug of the organization to which the token belongs. */
  readonly organization: string;
}

export interface Telling {
  readonly passed: boolean;
  /** The output of Redocly for each step. */
  readonly output: string;
}

/** `name` is the story's; registries that it makes begin with `registry`, which none may be called yet. */
export function runStory(name: string, registry: string, { url, token, organization }: Teller): Promise<Telling> {
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const file = path.join(workflows, `${name}.arazzo.yaml`);
  // Arguments can be read by everyone on the machine, the environment cannot.
  const inputs = JSON.stringify({ token, organization, name: registry });
  const env = { ...process.env, REDOCLY_CLI_RESPECT_INPUT: inputs };
  return new Promise((resolve) => {
    const command = [redocly, 'respect', file, '--server', `larder=${url}`];
    execFile(process.execPath, command, { cwd: workflows, env }, (error, stdout, stderr) => {
      resolve({ passed: error === null, output: stdout + stderr });
    });
  });
}
