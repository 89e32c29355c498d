import { prepareUrls } from '../../../../src/serving/urls.ts';
import description from './generated/manifests.json' with { type: 'json' };
import type { operations } from './generated/manifests.ts';

export const manifestUrls = prepareUrls<operations>(description);
