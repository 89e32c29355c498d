/** Images and charts for requests, pushed as their clients push them, because no form can publish them. */
import type { EcosystemId } from '../../src/model/values.ts';
import {
  bytesOf,
  describe,
  digestOf,
  expectStatus,
  imageOf,
  openOciClient,
  types,
  type Image,
  type Place,
} from '../ecosystems/oci/client.ts';
import type { Known } from './fill-in.ts';

export function isOfImages(ecosystem: EcosystemId): boolean {
  return ecosystem === 'oci' || ecosystem === 'helm_oci';
}

/** Pushes one with a tag, and a blob that no manifest names: the empty one, which an upload without bytes has, too. */
export async function pushSample(place: Place, ecosystem: EcosystemId, number: number): Promise<Known> {
  const client = openOciClient(place);
  const image = ecosystem === 'helm_oci' ? chartOf(number) : imageOf(`demo ${number}`);
  const empty = bytesOf('');
  await client.upload(name, empty);
  await client.pushImage(name, image);
  await client.pushImage(name, image, tag);
  return {
    name: [name],
    tag: [tag],
    reference: [tag, image.digest],
    digest: [...[empty, ...image.blobs].map((bytes) => digestOf(bytes)), image.digest],
  };
}

/** Begins an upload, without bytes. */
export async function beginUpload(place: Place): Promise<Known> {
  const reply = await openOciClient(place).send(`${name}/blobs/uploads/`, { method: 'POST' });
  const location = (await expectStatus(reply, 202)).headers.get('Location') ?? '';
  return { upload: [location.split('/').at(-1) ?? ''] };
}

const name = 'demo';
const tag = 'stable';

/** HIP-0006, "OCI Support". */
function chartOf(number: number): Image {
  const config = bytesOf({ name, version: `${number}.0.0`, apiVersion: 'v2' });
  const content = bytesOf(`content of chart ${number}`);
  const manifest = bytesOf({
    schemaVersion: 2,
    mediaType: types.image,
    config: describe(config, 'application/vnd.cncf.helm.config.v1+json'),
    layers: [describe(content, 'application/vnd.cncf.helm.chart.content.v1.tar+gzip')],
  });
  return { manifest, digest: digestOf(manifest), blobs: [config, content] };
}
