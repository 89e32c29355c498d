/** The registry of plain files in the demo. */
import { demoReadme, type DemoRegistry } from '../../serving/demo-registry.ts';

export const demo: DemoRegistry = {
  name: 'downloads',
  ecosystem: 'files',
  description: 'Manuals and firmware for customers',
  emoji: ':package:',
  color: '#f4cccc',
  public: true,
  projects: [
    { name: 'manual', summary: 'How to use the device', versions: ['1.0.0', '2.0.0'] },
    { name: 'firmware', summary: 'Firmware of the device', versions: ['3.1.4', '3.2.0'] },
  ],
  build: (pkg) => ({ name: `${pkg.name}-${pkg.version}.txt`, bytes: Buffer.from(demoReadme(pkg)) }),
};
