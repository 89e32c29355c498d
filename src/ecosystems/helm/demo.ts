/** The registry of charts in the demo. */
import { tarGzip } from '../../formats/write-archives.ts';
import type { DemoRegistry } from '../../serving/demo-registry.ts';

export const demo: DemoRegistry = {
  name: 'deployments',
  ecosystem: 'helm',
  description: 'Charts of all services',
  emoji: ':ship:',
  color: '#d0e0e3',
  public: false,
  projects: [
    { name: 'checkout', summary: 'The shop and its payments', versions: ['5.3.0', '5.4.0'] },
    { name: 'search', summary: 'Search of products', versions: ['1.12.0'] },
  ],
  build: ({ name, version, summary: description }) => ({
    name: `${name}-${version}.tgz`,
    bytes: tarGzip({
      // JSON is YAML.
      [`${name}/Chart.yaml`]: JSON.stringify({ apiVersion: 'v2', name, version, description }),
      [`${name}/values.yaml`]: 'replicas: 2\n',
      [`${name}/templates/settings.yaml`]: settings,
    }),
  }),
};

const settings = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-settings
data:
  version: {{ .Chart.Version | quote }}
`;
