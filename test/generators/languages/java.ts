/** Generators of Java. Each bundle is a project of Maven's, that of the API with the driver in it. */
import { bundles } from '../bundles.ts';
import type { Command, Generator } from '../generator.ts';
import { openapiGenerator } from './openapi-generator.ts';

export const javaGenerators: readonly Generator[] = [
  {
    ...openapiGenerator('java'),
    shared: [],
    driver: ['drivers/java/Driver.java', 'larder_api/src/main/java/Driver.java'],
    tools: ['openapi-generator'],
    compile: () => bundles.map(({ name }) => maven(name, 'compile')),
    drive: () => maven('larder_api', 'org.codehaus.mojo:exec-maven-plugin:3.5.1:java', '-Dexec.mainClass=Driver'),
  },
];

function maven(project: string, ...parameters: readonly string[]): Command {
  // The driver is written for Java 17; the project of the client specifies 8.
  const java = ['-Dmaven.compiler.source=17', '-Dmaven.compiler.target=17'];
  return { program: 'mvn', parameters: ['--batch-mode', '--quiet', '--file', project, ...java, ...parameters] };
}
