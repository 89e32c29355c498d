/**
 * The interface of a generator for `main.ts`: how to run it on a description, and how to compile and run its output.
 */

export interface Generator {
  readonly name: string;
  /** Files of this folder that are copied to the workplace under their own names. */
  readonly shared: readonly string[];
  /** The driver, a file of this folder, and the name of its copy. */
  readonly driver: readonly [file: string, copy: string];
  /** Whether it runs without `--all`, and so in `.ci/run`. */
  readonly always: boolean;
  /** What its commands use. */
  readonly tools: readonly Tool[];
  /** Writes a client for a description into a folder of the workplace that has the name of the bundle. */
  readonly generate: (bundle: Bundle, tools: Tools) => Command;
  readonly compile: (tools: Tools) => readonly Command[];
  /** Runs the driver, which prints an `Outcome`. */
  readonly drive: (tools: Tools) => Command;
  /** Lines of its output that look like a warning. */
  readonly allowed: readonly AllowedLine[];
}

/** Names one of the `tools.ts`. */
export type Tool = 'npm' | 'python' | 'go' | 'oapi-codegen' | 'openapi-generator';

/** Returns the path of a tool. */
export type Tools = (tool: Tool) => string;

export interface Bundle {
  /** An identifier in all languages. */
  readonly name: string;
  /** The path of the description. */
  readonly file: string;
}

/** A program that runs in the workplace. */
export interface Command {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface AllowedLine {
  readonly line: RegExp;
  readonly reason: string;
}
