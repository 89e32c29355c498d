/** Creates one of everything that a request can be about, on demand, by the names in the contract. */
import { randomUUID } from 'node:crypto';
import {
  createLarderClient,
  unwrap,
  type LarderClient,
  type PackageUpload,
  type Scope,
} from '../../src/client/index.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import type { Place } from '../ecosystems/oci/client.ts';
import type { Known } from './fill-in.ts';
import { beginUpload, isOfImages, pushSample } from './images.ts';
import { buildPackage, type BuiltPackage } from './packages.ts';

/** The tested server, which has no other data. */
export interface Target {
  readonly url: string;
  /** A token of the organization `acme`, with all scopes. */
  readonly token: string;
  /** The number of replies since the start that broke the contract. */
  violations(): number;
}

/** The things of one ecosystem. */
export interface Things {
  /** Those of these names that there are. */
  know(names: Iterable<string>): Promise<Known>;
  /** Called after a request has changed or removed the things with these names: the next request gets new ones. */
  spend(names: Iterable<string>): Promise<void>;
}

export const organization = 'acme';

/** The only one that the token `poor_token` has. */
export const poorScope = 'read_user';

const registries = '/v2/packages/organizations/{organization}/registries';

/** `digestsIn` returns the digests of files that the clients of the ecosystem see. */
export function createThings(
  { url, token }: Target,
  ecosystem: EcosystemId,
  digestsIn: (known: Known) => Promise<readonly string[]>,
): Things {
  const owner = createLarderClient({ baseUrl: url, token, retries: 0 });
  let version = 0;
  const nextPackage = (): Promise<BuiltPackage> => {
    version += 1;
    return buildPackage({ ecosystem, name: 'demo', version: `${version}.0.0`, form: version, damage: undefined });
  };
  const place = async (): Promise<{ path: { organization: string; registry: string } }> => ({
    path: { organization, registry: (await group('registry'))['registry']?.[0] ?? '' },
  });
  const imagePlace = async (): Promise<Place> => {
    const { path } = await place();
    return { server: url, registry: `${path.organization}/${path.registry}`, token };
  };
  const offer = async (): Promise<PackageUpload['form']> =>
    unwrap(await owner.POST(`${registries}/{registry}/packages/upload`, { params: await place() })).form;
  const accessToken = async (scopes: readonly Scope[]): Promise<{ token: string; uuid: string }> =>
    unwrap(await owner.POST('/v2/access-tokens', { body: { description: 'for a while', scopes: [...scopes] } }));
  const allScopes = async (): Promise<readonly Scope[]> => unwrap(await owner.GET('/v2/access-token')).scopes;

  const makers: Readonly<Record<Group, () => Promise<Known>>> = {
    token: async () => ({ token: [(await accessToken(await allScopes())).token] }),
    poor_token: async () => ({ poor_token: [(await accessToken([poorScope])).token] }),
    access_token: async () => ({ access_token: [(await accessToken(await allScopes())).uuid] }),
    registry: async () => ({
      organization: [organization],
      registry: [await makeRegistry(owner, ecosystem)],
      to: [await makeRegistry(owner, ecosystem)],
    }),
    package: async () => {
      if (isOfImages(ecosystem)) return await pushSample(await imagePlace(), ecosystem, (version += 1));
      const packages = [await nextPackage(), await nextPackage()];
      const ids: string[] = [];
      for (const { bytes, fileName } of packages) {
        const source = { blob: new Blob([bytes]), name: fileName };
        ids.push(unwrap(await owner.publish((await place()).path, source)).id);
      }
      const [first] = packages.map(({ fileName }) => fileName);
      return {
        package: ids,
        after: ids,
        before: ids.toReversed(),
        file: [first ?? ''],
        name: ['demo'],
        project: ['demo'],
        tag: ['stable', 'next'],
      };
    },
    sha256: async () => {
      const known = { ...(await group('token')), ...(await group('registry')), ...(await group('package')) };
      // Earlier packages may have been changed by requests.
      const params = { ...(await place()), query: { per_page: known['package']?.length ?? 1 } };
      const { items } = unwrap(await owner.GET(`${registries}/{registry}/packages`, { params }));
      const ofPackages = items.toReversed().map(({ digests }) => digests.sha256);
      return { sha256: [...ofPackages, ...(await digestsIn(known))] };
    },
    registry_token: async () => {
      const sent = { params: await place(), body: { description: 'machines' } };
      return { registry_token: [unwrap(await owner.POST(`${registries}/{registry}/tokens`, sent)).id] };
    },
    upload: async () => {
      if (isOfImages(ecosystem)) return await beginUpload(await imagePlace());
      const { url: to, data } = await offer();
      const fields = Object.entries(data).map(([name, value]) => [name, [value]]);
      return { upload: [new URL(to).pathname.split('/').at(-1) ?? ''], ...Object.fromEntries(fields) };
    },
    package_url: async () => ({ package_url: [await store(await offer(), await nextPackage())] }),
  };
  const made = new Map<Group, Known>();

  async function group(name: Group): Promise<Known> {
    const known = made.get(name) ?? (await makers[name]());
    made.set(name, known);
    return known;
  }

  return {
    know: async (names) => {
      const known: Known[] = [];
      for (const name of new Set([...names].map(groupOf))) if (name !== undefined) known.push(await group(name));
      return Object.assign({}, ...known) as Known;
    },
    spend: async (names) => {
      for (const name of new Set([...names].map(groupOf))) {
        if (name === 'registry') await forgetRegistries();
        else if (name !== undefined) made.delete(name);
      }
      // After a change, the index may have another digest.
      made.delete('sha256');
    },
  };

  async function forgetRegistries(): Promise<void> {
    const { registry = [], to = [] } = made.get('registry') ?? {};
    for (const name of inRegistries) made.delete(name);
    for (const slug of [...registry, ...to]) {
      await owner.DELETE(`${registries}/{registry}`, { params: { path: { organization, registry: slug } } });
    }
  }
}

/** Things that are created together, by the names of the contract. */
const groups = {
  token: ['token'],
  poor_token: ['poor_token'],
  access_token: ['access_token'],
  registry: ['organization', 'registry', 'to'],
  package: ['package', 'after', 'before', 'file', 'name', 'project', 'tag', 'reference', 'digest'],
  sha256: ['sha256'],
  registry_token: ['registry_token'],
  upload: ['upload', 'key', 'policy', 'signature'],
  package_url: ['package_url'],
} as const;

type Group = keyof typeof groups;

const groupNames = Object.keys(groups) as Group[];

const inRegistries: readonly Group[] = ['registry', 'package', 'sha256', 'registry_token', 'upload', 'package_url'];

/** All names that blanks may have. */
export const knownNames: ReadonlySet<string> = new Set(Object.values(groups).flat());

function groupOf(name: string): Group | undefined {
  return groupNames.find((group) => groups[group].some((one) => one === name));
}

/** Returns the unique slug. */
export async function makeRegistry(owner: LarderClient, ecosystem: EcosystemId): Promise<string> {
  const body = { name: `${ecosystem} ${randomUUID()}`, ecosystem };
  return unwrap(await owner.POST(registries, { params: { path: { organization } }, body })).slug;
}

/** Uploads the file as the form specifies; returns the URL from which to publish it. */
async function store({ url, method, data, file_input }: PackageUpload['form'], file: BuiltPackage): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(data)) form.set(name, value);
  form.set(file_input, new Blob([file.bytes]), file.fileName);
  const { status } = await fetch(url, { method, body: form });
  if (status !== 204) throw new Error(`A file could not be stored: ${status}`);
  return `${url}/${file.fileName}`;
}
