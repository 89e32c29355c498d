/** A folder with the files that a comparison of contracts reads; it goes away with the test. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newFolder } from '../fixtures/process-client.ts';

export interface Project {
  readonly folder: string;
  writeBundle(name: string, document: object): Promise<void>;
  writeChangelog(text: string): Promise<void>;
}

export async function newProject(changelog: string, bundles: Readonly<Record<string, object>>): Promise<Project> {
  const folder = await newFolder();
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const project: Project = {
    folder,
    writeBundle: (name, document) => write(`generated/${name}.json`, JSON.stringify(document)),
    writeChangelog: (text) => write('openapi/CHANGELOG.md', text),
  };
  await project.writeChangelog(changelog);
  for (const [name, document] of Object.entries(bundles)) await project.writeBundle(name, document);
  return project;
}
