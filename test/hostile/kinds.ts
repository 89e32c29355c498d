/** The kinds of packages of an ecosystem that are changed: those of its recipe, and further ones that have lists of their own. */
import type { Recipe, SampleFile } from '../ecosystems/recipe.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildSource, dscText, type SourceRecipe } from '../fixtures/source-package.ts';

export interface Kind {
  readonly title: string;
  build(number: number): Promise<Sample>;
}

export interface Sample {
  readonly file: SampleFile;
  /** Returns the unchanged files of other packages without which lists do not have the changed one. */
  companionsOf(changed: SampleFile): readonly SampleFile[];
}

export function kindsOf(recipe: Recipe): readonly Kind[] {
  const usual: Kind = {
    title: recipe.ecosystem,
    build: async (number) => ({ file: (await recipe.build(number)).files[0], companionsOf: () => [] }),
  };
  return [usual, ...(further[recipe.ecosystem] ?? [])];
}

const udeb: Kind = {
  title: 'udeb',
  build: async (number) => {
    const version = `1.${number}-1`;
    const control = { Package: 'demo-udeb', Version: version, 'Package-Type': 'udeb', 'Installer-Menu-Item': '1500' };
    const bytes = Buffer.from(await buildDeb({ control, dataEntries: [{ name: './demo', content: version }] }));
    return { file: { name: `demo-udeb_${version}_all.udeb`, bytes }, companionsOf: () => [] };
  },
};

/** Values without digests, so that changes are accepted. */
const fields = {
  Uploaders: 'One <one@example.test>, Two <two@example.test>',
  Homepage: 'https://example.test/',
  Section: 'misc',
  'Vcs-Git': 'https://example.test/hello.git -b debian',
  'Testsuite-Triggers': 'python3, gcc',
  'Build-Depends-Indep': 'texinfo <!nodoc>, help2man (>= 1.0) | perl:any',
  'Build-Conflicts': 'hello (<< 1.0)',
};

function sourceOf(number: number): SourceRecipe {
  return { version: `1.${number}-1`, fields, upstream: `Number ${number}\n` };
}

const dsc: Kind = {
  title: 'dsc',
  build: async (number) => {
    const source = await buildSource(sourceOf(number));
    return { file: source.dsc, companionsOf: () => source.files };
  },
};

/** The files that a `.dsc` names, with a `.dsc` that has their new digests. */
const sourceFiles: Kind = {
  title: 'files of a dsc',
  build: async (number) => {
    const recipe = sourceOf(number);
    const { files, dsc: named } = await buildSource(recipe);
    const changedAt = number % files.length;
    const [file = named] = files.slice(changedAt);
    return {
      file,
      companionsOf: (changed) => {
        const all = files.with(changedAt, { name: file.name, bytes: Buffer.from(changed.bytes) });
        return [...all.toSpliced(changedAt, 1), { name: named.name, bytes: Buffer.from(dscText(recipe, all)) }];
      },
    };
  },
};

const further: Readonly<Record<string, readonly Kind[]>> = { debian: [udeb, dsc, sourceFiles] };
