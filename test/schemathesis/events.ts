/** What a run of Schemathesis reports: one JSON object a line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Findings {
  /** Whether the run reached its end. */
  readonly complete: boolean;
  readonly requests: number;
  /** Labels of the operations that succeeded at least once, such as `GET /v2/user`. */
  readonly succeeded: ReadonlySet<string>;
  readonly failures: readonly Failure[];
  /** Errors of the tool itself. */
  readonly errors: readonly string[];
}

export interface Failure {
  readonly check: string;
  readonly label: string;
  readonly message: string;
  readonly method: string;
  readonly uri: string;
  readonly status: number;
  /** The bodies as text. */
  readonly sent: string;
  readonly received: string;
  /** Whether the request follows a link that the contract does not have, but the tool has guessed. */
  readonly isGuess: boolean;
}

export async function readEvents(file: string): Promise<Findings> {
  const succeeded = new Set<string>();
  const failures: Failure[] = [];
  const errors: string[] = [];
  let requests = 0;
  let complete = false;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { EngineFinished, NonFatalError, FatalError, ScenarioFinished } = JSON.parse(line) as Event;
    if (EngineFinished !== undefined) complete = true;
    const error = NonFatalError ?? FatalError;
    if (error !== undefined) errors.push(JSON.stringify(error));
    const { cases = {}, checks = {}, interactions = {} } = ScenarioFinished?.recorder ?? {};
    for (const [id, { request, response }] of Object.entries(interactions)) {
      requests += 1;
      const { value, transition } = cases[id] ?? {};
      if (value === undefined) continue;
      const label = `${value.method} ${value.path}`;
      if ((response?.status_code ?? 500) < 400) succeeded.add(label);
      for (const { name, status, failure_info } of checks[id] ?? [])
        if (status !== 'success')
          failures.push({
            check: name,
            label,
            message: failure_info?.failure.message ?? status,
            method: request.method,
            uri: request.uri,
            status: response?.status_code ?? 0,
            sent: textOf(request.body),
            received: textOf(response?.content),
            isGuess: transition?.is_inferred ?? false,
          });
    }
  }
  return { complete, requests, succeeded, failures, errors };
}

/** The part of an event that is read here. */
interface Event {
  readonly EngineFinished?: object;
  readonly NonFatalError?: object;
  readonly FatalError?: object;
  readonly ScenarioFinished?: {
    readonly recorder: {
      readonly cases?: Readonly<Record<string, Case>>;
      readonly checks?: Readonly<Record<string, readonly Check[]>>;
      readonly interactions?: Readonly<Record<string, Interaction>>;
    };
  };
}

interface Case {
  readonly value: { readonly method: string; readonly path: string };
  readonly transition?: { readonly is_inferred?: boolean } | null;
}

interface Check {
  readonly name: string;
  readonly status: string;
  readonly failure_info?: { readonly failure: { readonly message: string } };
}

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string; readonly body?: Body };
  readonly response?: { readonly status_code: number; readonly content?: Body } | null;
}

type Body = { readonly $base64: string } | null;

function textOf(body: Body | undefined): string {
  return Buffer.from(body?.$base64 ?? '', 'base64').toString();
}
