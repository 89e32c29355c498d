/** The registry of an ecosystem in the demo (`larder serve --ephemeral --seed demo`), with its packages. */
import type { EcosystemId } from '../model/values.ts';

export interface DemoRegistry {
  readonly name: string;
  readonly ecosystem: EcosystemId;
  readonly description: string;
  readonly emoji: string;
  readonly color: string;
  readonly public: boolean;
  readonly projects: readonly DemoProject[];
  /** Returns the file of a package, which clients of the ecosystem can install. */
  readonly build: (pkg: DemoPackage) => DemoFile;
}

export interface DemoProject {
  readonly name: string;
  /** One sentence, without a full stop. */
  readonly summary: string;
  /** From the oldest to the newest. */
  readonly versions: readonly string[];
}

export interface DemoPackage {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
}

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Returns a README in Markdown. */
export function demoReadme({ name, version, summary }: DemoPackage): string {
  return `# ${name}\n\n${summary}.\n\nThis is version ${version}, a package of the demo.\n`;
}
