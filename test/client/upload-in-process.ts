/**
 * A program that publishes one file and prints the result, so that its memory can be measured: `node
 * upload-in-process.ts {url} {token} {registry} {path} {name}`.
 */
import { createLarderClient } from '../../src/client/index.ts';

export interface UploadReport {
  readonly status: number;
  readonly detail: string | undefined;
  /** Bytes by which the process grew, at most, over what it was before. */
  readonly growth: number;
  /** The last progress. */
  readonly sent: number;
  readonly total: number;
  /** Whether it never went back. */
  readonly grew: boolean;
}

const [url = '', token, registry = '', path = '', name = ''] = process.argv.slice(2);
const larder = createLarderClient({ baseUrl: url, token });
const before = process.memoryUsage.rss();
// The peak that the system reports (`maxRSS`) is that of the parent process, if that was higher.
let peak = before;
const look = (): void => void (peak = Math.max(peak, process.memoryUsage.rss()));
const looking = setInterval(look, 5);
let progress = { sent: -1, total: 0, grew: true };
const reply = await larder.publish(
  { organization: 'acme', registry },
  { path, name },
  {
    onProgress: (sent, total) => {
      progress = { sent, total, grew: progress.grew && sent > progress.sent };
      look();
    },
  },
);
look();
clearInterval(looking);
const report: UploadReport = {
  status: reply.status,
  detail: reply.error?.detail,
  growth: peak - before,
  ...progress,
};
process.stdout.write(JSON.stringify(report));
