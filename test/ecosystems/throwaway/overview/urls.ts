import { prepareUrls } from '../../../../src/serving/urls.ts';
import description from './generated/overview.json' with { type: 'json' };
import type { operations } from './generated/overview.ts';

export const gemUrls = prepareUrls<operations>(description);
