import { prepareUrls } from '../../../../src/serving/urls.ts';
import description from './generated/commits.json' with { type: 'json' };
import type { operations } from './generated/commits.ts';

export const commitUrls = prepareUrls<operations>(description);
