import description from '../../../generated/native/terraform.json' with { type: 'json' };
import type { operations } from '../../../generated/native/terraform.ts';
import { prepareUrls } from '../../serving/urls.ts';

export const terraformUrls = prepareUrls<operations>(description);

/** The URLs in replies. They are relative, because a proxy may have another name. */
export const locations = terraformUrls('');
