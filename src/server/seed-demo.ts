/** Fills a new server with registries and packages to look at. They are published like those of clients. */
import type { Organization } from '../model/records.ts';
import type { Larder } from '../registry/larder.ts';
import { publishPackage } from '../registry/publish.ts';
import { createRegistry } from '../registry/registries.ts';
import type { DemoFile, DemoRegistry } from '../serving/demo-registry.ts';
import { modules, type Modules } from './ecosystems.ts';

export interface DemoProgress {
  readonly published: number;
  readonly total: number;
  /** The name of the last file. */
  readonly file: string;
}

const publisher = { id: null, description: 'the demo', issuer: null };

/** Throws if the organization has registries of the same names. */
export async function seedDemo(
  larder: Larder,
  organization: Organization,
  onProgress: (progress: DemoProgress) => void,
): Promise<void> {
  const registries = demoRegistries(modules);
  const total = registries.flatMap(filesOf).length;
  let published = 0;
  for (const demo of registries) {
    const { projects: _projects, build: _build, ...settings } = demo;
    const registry = await createRegistry(larder, organization, settings);
    const { extraDigests } = larder.ecosystems[demo.ecosystem];
    for (const file of filesOf(demo)) {
      const staged = await larder.blobs.stage(contentOf(file), { extraDigests });
      try {
        await publishPackage(larder, registry, { fileName: file.name, staged, by: publisher });
      } finally {
        await staged.discard();
      }
      published += 1;
      onProgress({ published, total, file: file.name });
    }
  }
}

export function demoRegistries(of: Modules): readonly DemoRegistry[] {
  return of.flatMap(({ demo }) => demo ?? []);
}

function filesOf({ projects, build }: DemoRegistry): readonly DemoFile[] {
  return projects.flatMap(({ versions, ...project }) => versions.map((version) => build({ ...project, version })));
}

async function* contentOf({ bytes }: DemoFile): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
