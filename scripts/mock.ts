/** `npm run mock`: serves the contract's examples at the server's URLs, for developers of clients. */
import { runMock, UnusableStart } from '../src/cli/run-mock.ts';
import { unknownSettings } from '../src/server/setting-names.ts';
import { serverSettings } from '../src/server/settings.ts';

await runMock({ text: process.env['LARDER_MOCK_PORT'] || '4010', from: 'LARDER_MOCK_PORT' }, () => {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined)
    throw new UnusableStart(`Unknown argument ${JSON.stringify(argument)}. Set LARDER_MOCK_PORT to change the port.`);
  const unknown = unknownSettings(process.env, serverSettings);
  if (unknown.length > 0) throw new UnusableStart(unknown.join('\n'));
});
