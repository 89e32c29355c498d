/** The output of `larder publish`: progress bars on a terminal, and a line per finished file. */
import type { OnProgress, Package } from '../client/index.ts';
import type { ReplyOptions } from './reply.ts';
import type { Failure } from './explain-failure.ts';
import { openBars } from './progress-bars.ts';
import { labelOf } from './package-choice.ts';
import { isTerminal, jsonOf, printable, tell, write } from './terminal.ts';

/** The result for one file. `problem` is the body of the server's response if it rejected the file. */
export type FileResult =
  | { readonly file: string; readonly published: Package }
  | { readonly file: string; readonly failure: Failure; readonly problem?: unknown };

export interface PublishReport {
  /** Returns the callback for the progress of a file. */
  begin(file: string): OnProgress;
  end(result: FileResult): Promise<void>;
  close(): void;
}

export async function openReport(options: ReplyOptions): Promise<PublishReport> {
  const bars = isTerminal('stderr') && !options.json ? await openBars() : undefined;
  const line = options.json ? jsonLine : humanLine;
  return {
    begin: (file) => bars?.begin(file) ?? (() => undefined),
    end: async (result) => {
      bars?.end(result.file);
      const isFailure = 'failure' in result && !options.json;
      // Bars and other lines on the same terminal would overwrite each other.
      if (bars && (isFailure || isTerminal('stdout'))) bars.log(line(result));
      else if (isFailure) tell(line(result));
      else await write(`${line(result)}\n`);
    },
    close: () => bars?.close(),
  };
}

function humanLine(result: FileResult): string {
  if ('failure' in result) return printable(`Failed: ${result.file}: ${result.failure.message}`);
  return printable(`Published ${labelOf(result.published)} from ${result.file}`);
}

/** One document per line, so that finished files are reported even if the command is interrupted. */
function jsonLine(result: FileResult): string {
  if (!('failure' in result)) return jsonOf({ file: result.file, package: result.published });
  return jsonOf({ file: result.file, error: result.failure.message, problem: result.problem });
}
