/** The protocols that clients find by the discovery document (Terraform, "Remote Service Discovery"). */
import type { components } from '../../../generated/native/terraform.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { locations } from './urls.ts';

const anyModule = { namespace: 'any', module: 'any', provider: 'any' };
const anyProvider = { namespace: 'any', type: 'any' };

export const services: components['schemas']['Services'] = {
  'modules.v1': folderOf(locations.of('getModule', anyModule), 2),
  'providers.v1': folderOf(locations.of('listProviderVersions', anyProvider), 2),
};
