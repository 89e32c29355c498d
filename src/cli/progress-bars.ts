/** Progress bars on the terminal, one per file being sent. */
import path from 'node:path';
import type { OnProgress } from '../client/index.ts';
import { sizeOf } from './size.ts';
import { printable } from './terminal.ts';

export interface Bars {
  begin(file: string): OnProgress;
  end(file: string): void;
  /** Writes a line above the bars. */
  log(line: string): void;
  close(): void;
}

/** Opens the bars on standard error. */
export async function openBars(): Promise<Bars> {
  const { MultiBar, Presets } = await import('cli-progress');
  const format = ' {bar} {percentage}% of {size}  {name}';
  // `close` stops the bars in every case, so the library need not.
  const options = {
    format,
    barsize: 30,
    linewrap: false,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  };
  const bars = new MultiBar(options, Presets.shades_grey);
  const running = new Map<string, ReturnType<typeof bars.create>>();
  return {
    begin: (file) => {
      const name = printable(path.basename(file));
      return (sent, total) => {
        const bar = running.get(file) ?? bars.create(total, 0, { name, size: sizeOf(total) });
        running.set(file, bar);
        bar.update(sent);
      };
    },
    end: (file) => {
      const bar = running.get(file);
      if (bar) bars.remove(bar);
      running.delete(file);
    },
    log: (line) => {
      bars.log(`${line}\n`);
      bars.update();
    },
    close: () => bars.stop(),
  };
}
