/** The URLs of npm's service. */
import type { operations } from '../../../generated/native/javascript.ts';
import description from '../../../generated/native/javascript.json' with { type: 'json' };
import { prepareUrls } from '../../serving/urls.ts';

export const npmUrls = prepareUrls<operations>(description);
