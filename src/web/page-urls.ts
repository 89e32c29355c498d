/** The URLs of pages alone, for failures, which have no context. */
import description from '../../generated/pages.json' with { type: 'json' };
import type { operations } from '../../generated/pages.ts';
import { prepareUrls, type Urls } from '../serving/urls.ts';

export type PageUrls = Urls<operations>;

/** Returns the URLs of pages below the public URL of a server. */
export const pageUrls = prepareUrls<operations>(description);
