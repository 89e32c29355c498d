/** The registry of Debian packages in the demo. */
import { ar, tarGzip } from '../../formats/write-archives.ts';
import { demoReadme, type DemoRegistry } from '../../serving/demo-registry.ts';

export const demo: DemoRegistry = {
  name: 'servers',
  ecosystem: 'debian',
  description: 'Packages for our servers',
  emoji: ':wrench:',
  color: '#d9ead3',
  public: false,
  projects: [
    { name: 'log-shipper', summary: 'Sends logs to the archive', versions: ['1.4.0-1', '1.4.1-1', '1.5.0-1'] },
    { name: 'backup-agent', summary: 'Copies disks every night', versions: ['2.10-3', '2.11-1'] },
    { name: 'acme-keyring', summary: 'Keys of the Acme repositories', versions: ['2026.11'] },
  ],
  build: (pkg) => ({
    name: `${pkg.name}_${pkg.version}_all.deb`,
    bytes: ar({
      'debian-binary': '2.0\n',
      'control.tar.gz': tarGzip({
        './control': [
          `Package: ${pkg.name}`,
          `Version: ${pkg.version}`,
          'Architecture: all',
          'Maintainer: Demo Team <demo@example.com>',
          `Description: ${pkg.summary}`,
          '',
        ].join('\n'),
      }),
      'data.tar.gz': tarGzip({ [`./usr/share/doc/${pkg.name}/README`]: demoReadme(pkg) }),
    }),
  }),
};
