/** `npm run stories -- URL`: do the stories of the contract hold on a server of your own? The token is in LARDER_TOKEN. */
import { explainFailure } from '../../src/cli/explain-failure.ts';
import { createLarderClient, unwrap } from '../../src/client/index.ts';
import { runStory, type Teller } from './run-story.ts';
import { stories } from './stories.ts';

process.exitCode = await main(process.argv[2], process.env['LARDER_TOKEN']);

/** Returns the exit code. */
async function main(url: string | undefined, token: string | undefined): Promise<number> {
  if (url === undefined || token === undefined) {
    console.error('LARDER_TOKEN=larder_… npm run stories -- http://127.0.0.1:8080');
    return 2;
  }
  try {
    const baseUrl = url.replace(/\/+$/, '');
    const holds = await tell({ url: baseUrl, token, organization: await organizationOf(baseUrl, token) });
    return holds ? 0 : 1;
  } catch (error) {
    console.error((await explainFailure(error)).message);
    return 1;
  }
}

/** Returns whether all stories succeed. */
async function tell(teller: Teller): Promise<boolean> {
  const begun = Date.now().toString(36);
  let failed = 0;
  for (const name of stories) {
    const { passed, output } = await runStory(name, `story-${begun}-${name}`, teller);
    console.log(passed ? `✓ ${name}` : `✗ ${name}\n${output}`);
    if (!passed) failed += 1;
  }
  if (failed > 0)
    console.log(`Registries that begin with story-${begun} are left by what failed; they can be deleted.`);
  return failed === 0;
}

/** A token belongs to one organization. */
async function organizationOf(baseUrl: string, token: string): Promise<string> {
  const larder = createLarderClient({ baseUrl, token });
  const [organization] = unwrap(await larder.GET('/v2/organizations'));
  if (organization === undefined) throw new Error('The token belongs to no organization.');
  return organization.slug;
}
