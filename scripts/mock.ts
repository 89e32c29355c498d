/** `npm run mock`: the contract's examples at the server's URLs, for people who build something on the API. */
import { runMock, UnusableStart } from '../src/cli/run-mock.ts';
import { unknownSettings } from '../src/server/setting-names.ts';
import { serverSettings } from '../src/server/settings.ts';

await runMock({ text: process.env['LARDER_MOCK_PORT'] || '4010', from: 'LARDER_MOCK_PORT' }, () => {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined)
    throw new UnusableStart(
      `The mock has no argument ${JSON.stringify(argument)}. Set LARDER_MOCK_PORT to change the port.`,
    );
  const unknown = unknownSettings(process.env, serverSettings);
  if (unknown.length > 0) throw new UnusableStart(unknown.join('\n'));
});
