/** What a person reads who has just started a server: where it is, and the lines to paste next. */
import type { Settings } from './settings.ts';
import type { RunningServer } from './start-server.ts';

/** A secret that was made just now is in here, and will never be shown again; one that the operator set is not. */
export function welcome({ url, organization, newSecret, notes }: RunningServer, { adminToken }: Settings): string {
  const registries = `${url}/v2/packages/organizations/${organization.slug}/registries`;
  const secret = newSecret ?? (adminToken === undefined ? '$TOKEN' : '$LARDER_ADMIN_TOKEN');
  return `
Larder is ready at ${url}

  organization  ${organization.slug}
  token         ${tokenLine(newSecret, adminToken)}
${notes.map((note) => `\nNote: ${note}\n`).join('')}
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
  if (newSecret !== undefined) return `${newSecret}  (shown only now: keep it)`;
  if (adminToken !== undefined) return 'the value of LARDER_ADMIN_TOKEN';
  return 'the one that was shown at the first start (lost? start with LARDER_ADMIN_TOKEN set to a new one)';
}
