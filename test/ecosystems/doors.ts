/** The ways in which packages of a recipe are published. */
import { createLarderClient, unwrap } from '../../src/client/index.ts';
import { can, type Home, type Recipe, type SampleFile, type SamplePackage } from './recipe.ts';

export interface Door {
  readonly name: string;
  /** Whether it publishes all files of a package, or its main file only. */
  readonly carries: 'all files' | 'the main file';
  /** Throws if the registry rejects the package. */
  publish(home: Home, pkg: SamplePackage): Promise<void>;
}

/** Returns the doors that an ecosystem has; the first publishes whole packages. */
export function doorsOf({ forms, ownDoor }: Recipe): readonly Door[] {
  return [
    ...(can(ownDoor) ? [{ name: 'its own client', carries: 'all files', publish: ownDoor.publish } as const] : []),
    ...(can(forms) ? [form, presigned] : []),
  ];
}

const form: Door = {
  name: 'a form',
  carries: 'the main file',
  publish: async (home, { files: [main] }) => {
    unwrap(await clientOf(home).publish(placeOf(home), sourceOf(main)));
  },
};

const presigned: Door = {
  name: 'a presigned form',
  carries: 'the main file',
  publish: async (home, { files: [main] }) => {
    unwrap(await clientOf(home).publishPresigned(placeOf(home), sourceOf(main)));
  },
};

function clientOf({ server: { url: baseUrl, token } }: Home): ReturnType<typeof createLarderClient> {
  return createLarderClient({ baseUrl, token });
}

function placeOf({ slug }: Home): { readonly organization: string; readonly registry: string } {
  return { organization: 'acme', registry: slug };
}

function sourceOf({ name, bytes }: SampleFile): { readonly name: string; readonly blob: Blob } {
  return { name, blob: new Blob([bytes]) };
}
