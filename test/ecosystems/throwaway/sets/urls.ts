import { prepareUrls } from '../../../../src/serving/urls.ts';
import { description, type operations } from './description.ts';

export const setUrls = prepareUrls<operations>(description);
