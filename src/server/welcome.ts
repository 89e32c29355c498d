/** The text that is printed when a server is ready: its address, its token, and commands to try. */
import type { Settings } from './settings.ts';
import type { RunningServer } from './start-server.ts';

/** Contains a new secret, which is never shown again, but not a secret that the operator set. */
export function welcome({ url, organization, newSecret, notes }: RunningServer, { adminToken }: Settings): string {
  const registries = `${url}/v2/packages/organizations/${organization.slug}/registries`;
  const secret = newSecret ?? (adminToken === undefined ? '$TOKEN' : '$LARDER_ADMIN_TOKEN');
  return `
Larder is ready at ${url}

  organization  ${organization.slug}
  token         ${tokenLine(newSecret, adminToken)}
${notes.map((note) => `\nNote: ${note}\n`).join('')}
Open it in a browser:

  ${url}/
  ${url}/docs

Create a registry:

  curl -H "Authorization: Bearer ${secret}" -H "Content-Type: application/json" \\
    -X POST "${registries}" \\
    -d '{"name": "my registry", "ecosystem": "debian"}'

Publish a package to it:

  curl -H "Authorization: Bearer ${secret}" \\
    -X POST "${registries}/my-registry/packages" \\
    -F 'file=@path/to/debian/package/banana_1.1-2_amd64.deb'

`;
}

function tokenLine(newSecret: string | undefined, adminToken: string | undefined): string {
  if (newSecret !== undefined) return `${newSecret}  (shown only once: save it now)`;
  if (adminToken !== undefined) return 'the value of LARDER_ADMIN_TOKEN';
  return 'the one shown at the first start (if it is lost, set LARDER_ADMIN_TOKEN to a new one and restart)';
}
