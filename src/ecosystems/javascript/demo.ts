/** The registry of JavaScript packages in the demo. */
import { tarGzip } from '../../formats/write-archives.ts';
import { demoReadme, type DemoRegistry } from '../../serving/demo-registry.ts';

export const demo: DemoRegistry = {
  name: 'web apps',
  ecosystem: 'javascript',
  description: 'Components and build tools of the web team',
  emoji: ':globe_with_meridians:',
  color: '#cfe2f3',
  public: false,
  projects: [
    { name: 'date-picker', summary: 'A calendar for forms', versions: ['4.0.0', '4.0.1', '4.1.0-beta.1'] },
    { name: 'form-state', summary: 'Validates forms while people type', versions: ['2.7.3', '2.8.0'] },
    { name: 'acme-icons', summary: 'Icons of Acme', versions: ['1.0.0', '1.1.0', '1.2.0'] },
  ],
  build: (pkg) => ({
    name: `${pkg.name}-${pkg.version}.tgz`,
    bytes: tarGzip({
      [`${folder}/package.json`]: JSON.stringify({
        name: pkg.name,
        version: pkg.version,
        description: pkg.summary,
        main: 'index.js',
        license: 'MIT',
      }),
      [`${folder}/index.js`]: `exports.version = ${JSON.stringify(pkg.version)};\n`,
      [`${folder}/README.md`]: demoReadme(pkg),
    }),
  }),
};

/** The folder in all tarballs of npm. */
const folder = 'package';
