import type { Context, Rule } from './rule.ts';

/**
 * A URL of the API ends without a slash, so that it has one form. Descriptions without `x-cross-origin` are of pages and
 * of native URLs, which native clients specify, such as those of PEP 503.
 */
export const urlsEndWithoutSlash: Rule = () => {
  let isApi = false;
  return {
    Root(root: { readonly 'x-cross-origin'?: boolean }) {
      isApi = root['x-cross-origin'] === true;
    },
    PathItem(_: object, { key, report }: Context) {
      if (isApi && /.\/$/.test(String(key))) report({ message: 'End the URL without a slash.' });
    },
  };
};
