/** Clients that upload attestations, and PyPI's own reader of what the server makes of them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import type { Ran } from '../../clients/programs.ts';
import { buildAttestation } from '../../fixtures/attestation.ts';
import { newRegistry } from '../../native/watched-server.ts';
import { hasAttestationReader, readProvenance } from './attestation-reader.ts';
import {
  DIST,
  hasClient,
  openProject,
  twine,
  uvPublish,
  version,
  type PublishingProject,
} from './publishing-project.ts';

const server = useCustomerServer();

/** Writes an attestation beside each file, under the name that clients look for. */
async function attest({ folder }: PublishingProject): Promise<readonly string[]> {
  const names = DIST.map((file) => `${file}.publish.attestation`);
  for (const [index, file] of DIST.entries()) {
    const bytes = await readFile(path.join(folder, file));
    const attestation = buildAttestation({ name: path.basename(file), bytes });
    await writeFile(path.join(folder, names[index] ?? ''), JSON.stringify(attestation));
  }
  return names;
}

const clients: readonly [
  program: string,
  publish: (project: PublishingProject, attestations: readonly string[]) => Promise<Ran>,
][] = [
  ['twine', (project, names) => twine(project, { files: [...DIST, ...names], flags: ['--attestations'] })],
  // As `uv publish` itself passes all of `dist`.
  ['uv', (project, names) => uvPublish(project, ...names)],
];

describe.each(clients)('T-PY-10: attestations by %s', (program, publish) => {
  test.skipIf(!hasClient(program) || !hasAttestationReader())(
    `are read by PyPI's reader (${program}, pypi-attestations)`,
    async () => {
      const slug = await newRegistry(server(), 'python', { isPublic: false });
      const home = `${server().url}/acme/${slug}/pypi/`;
      const project = await openProject({ url: home, token: server().token });
      const { ok, output } = await publish(project, await attest(project));
      expect(ok, output).toBe(true);
      for (const file of DIST) {
        const name = path.basename(file);
        const url = `${home}integrity/demo/${version}/${name}/provenance`;
        const reply = await fetch(url, { headers: server().authorized });
        const bytes = await readFile(path.join(project.folder, file));
        const [read] = readProvenance([await reply.text()]);
        expect(read).toEqual([{ kind: 'Token', statements: [statementOf(name, bytes)] }]);
      }
    },
  );
});

/** Returns the statement in an attestation. */
function statementOf(name: string, bytes: Uint8Array): unknown {
  const { envelope } = buildAttestation({ name, bytes }) as { readonly envelope: { readonly statement: string } };
  return JSON.parse(Buffer.from(envelope.statement, 'base64').toString());
}
