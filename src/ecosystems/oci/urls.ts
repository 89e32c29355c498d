import description from '../../../generated/native/oci.json' with { type: 'json' };
import type { operations } from '../../../generated/native/oci.ts';
import { prepareUrls } from '../../serving/urls.ts';

export const ociUrls = prepareUrls<operations>(description);

/** The URLs in responses. They are relative, because a proxy may have another port (RFC 9110, section 10.2.2). */
export const locations = ociUrls('');
