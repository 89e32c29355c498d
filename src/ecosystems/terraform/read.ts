import { MalformedFile } from '../../formats/malformed-file.ts';
import { onlyFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { isProviderFile } from './provider-name.ts';
import { readModule } from './read-module.ts';
import { readProvider } from './read-provider.ts';

/**
 * Returns the release of a module, or of a file of a provider, whose name and version are in the name of the file. Throws
 * `UnacceptableFile` for other names, and for files that Terraform cannot use.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  try {
    return await (isProviderFile(file.name) ? readProvider(file) : readModule(file));
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}
