import { prepareUrls } from '../../../../src/serving/urls.ts';
import description from './generated/sets.json' with { type: 'json' };
import type { operations } from './generated/sets.ts';

export const setUrls = prepareUrls<operations>(description);
