/** `larder mock`: serves the contract's examples at the URLs of a server, like `npm run mock`. */
import type { Command } from 'commander';
import { examples } from '../examples.ts';

export function addMock(program: Command): void {
  const command = program
    .command('mock')
    .description('Start a mock server that responds with the examples of the contract')
    .option('--port <port>', 'port to listen on; 0 picks a free port (LARDER_MOCK_PORT)')
    .action(mock);
  examples(command, ['larder mock', 'larder mock --port 0']);
}

async function mock({ port }: { readonly port?: string }): Promise<void> {
  const { runMock } = await import('../run-mock.ts');
  const setting = process.env['LARDER_MOCK_PORT'] || '4010';
  await runMock(port === undefined ? { text: setting, from: 'LARDER_MOCK_PORT' } : { text: port, from: '--port' });
}
