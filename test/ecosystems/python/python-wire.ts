/** The requests of Python's clients to a new registry of a server. */
import { newRegistry, type WatchedServer } from '../../native/watched-server.ts';
import type { SampleFile } from '../recipe.ts';
import { uploadForm, type FormTexts } from './upload-form.ts';

export interface PythonWire {
  readonly slug: string;
  /** Uploads a file to a path below `/pypi`. */
  upload(file: SampleFile, texts?: FormTexts, path?: string): Promise<Response>;
  /** Returns the page of a project as JSON. */
  page(project?: string): Promise<SimplePage>;
  /** Returns the names of the files of a project. */
  files(project?: string): Promise<readonly string[]>;
}

/** The server has compared it with its schema. */
export interface SimplePage {
  readonly files: readonly {
    readonly filename: string;
    readonly url: string;
    readonly provenance?: string;
  }[];
}

export async function openWire(
  server: WatchedServer,
  options: { readonly isPublic?: boolean } = {},
): Promise<PythonWire> {
  const slug = await newRegistry(server, 'python', options);
  const page = async (project = 'demo'): Promise<SimplePage> => {
    const headers = { ...server.authorized, Accept: 'application/vnd.pypi.simple.v1+json' };
    const reply = await server.native(`acme/${slug}/pypi/simple/${project}/`, { headers });
    return (await reply.json()) as SimplePage;
  };
  return {
    slug,
    upload: (file, texts, path = '/') =>
      server.native(`acme/${slug}/pypi${path}`, {
        method: 'POST',
        headers: server.authorized,
        body: uploadForm(file, texts),
      }),
    page,
    files: async (project) => (await page(project)).files.map(({ filename }) => filename),
  };
}
