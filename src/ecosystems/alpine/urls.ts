/** The URLs that apk requests. */
import type { operations } from '../../../generated/native/alpine.ts';
import description from '../../../generated/native/alpine.json' with { type: 'json' };
import { prepareUrls } from '../../serving/urls.ts';

export const apkUrls = prepareUrls<operations>(description);
