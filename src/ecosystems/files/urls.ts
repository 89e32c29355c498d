import type { operations } from '../../../generated/native/files.ts';
import description from '../../../generated/native/files.json' with { type: 'json' };
import { prepareUrls } from '../../serving/urls.ts';

export const fileUrls = prepareUrls<operations>(description);
