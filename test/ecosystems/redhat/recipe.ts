/** RPM packages, installed by dnf. */
import { createDnf, hasDnf } from '../../clients/dnf.ts';
import type { Ran } from '../../clients/programs.ts';
import { buildRpm, rpmName } from '../../fixtures/rpm-package.ts';
import type { Client, Home, Recipe } from '../recipe.ts';
import { namedUrls, roots } from './repository.ts';

async function openDnf({ slug, url, token }: Home): Promise<Client> {
  const dnf = await createDnf();
  const authorization = token === undefined ? undefined : `Basic ${Buffer.from(`any:${token}`).toString('base64')}`;
  const reply = await fetch(`${url}/rpm_any.repo`, { headers: { ...(authorization && { authorization }) } });
  const credentials = token === undefined ? '' : `username=any\npassword=${token}\n`;
  await dnf.write(`etc/yum.repos.d/${slug}.repo`, (await reply.text()) + credentials);
  return {
    offered: () => dnf.versions('demo'),
    installNewest: async () => {
      const isInstalled = (await dnf.installed('demo')) !== '';
      succeeded(await dnf.run(isInstalled ? 'upgrade' : 'install', 'demo'));
      return await dnf.installed('demo');
    },
    install: async ({ version }) => {
      const isInstalled = (await dnf.installed('demo')) !== '';
      if (isInstalled) succeeded(await dnf.run('remove', 'demo'));
      succeeded(await dnf.run('install', `demo-${version}`));
      const installed = await dnf.installed('demo');
      if (installed !== version) throw new Error(`dnf installed ${installed}`);
    },
    [Symbol.asyncDispose]: () => dnf[Symbol.asyncDispose](),
  };
}

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output);
}

export const redhat: Recipe = {
  ecosystem: 'redhat',
  build: (number) => {
    const version = `1.${number}`;
    const files = [{ name: rpmName({ version }), bytes: buildRpm({ version }) }] as const;
    return Promise.resolve({ name: 'demo', version: `${version}-1`, files });
  },
  hostile: [
    {
      title: 'an RPM package that ends early',
      name: 'demo.rpm',
      bytes: buildRpm().subarray(0, 1000),
      reason: 'it is truncated',
    },
    {
      title: 'an RPM package whose name would end an element of the lists',
      name: 'demo.rpm',
      bytes: buildRpm({ name: 'demo"/><' }),
      reason: 'it should be letters',
    },
  ],
  forms: 'accepted',
  ownDoor: {
    publish: async ({ url, server }, { files: [{ name, bytes }] }) => {
      const { status } = await fetch(`${url}/rpm_any/${name}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${server.token}` },
        body: bytes,
      });
      if (status !== 201) throw Object.assign(new Error(`The registry answers ${status}.`), { status });
    },
  },
  client: { name: 'dnf', isPresent: hasDnf, isFast: false, open: openDnf },
  documents: {
    roots,
    withoutPackages: 'exist',
    unlisted: 'not named',
    names: 'all files',
    named: namedUrls,
  },
};
