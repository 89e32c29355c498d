import { collectUrls, urlsIn, type ExampleUrl } from './example-urls.ts';
import type { Rule } from './rule.ts';

/**
 * The URL of a thing ends with the thing's own id, slug or name, and what an object says of the same things in its other
 * URLs, or in a member such as `registry`, is the same: programs take one for the other.
 */
export const exampleUrlsAgree: Rule = () =>
  collectUrls((urls) => {
    for (const url of urls) {
      checkOwn(url);
      checkObject(url);
    }
  });

function checkOwn({ parameters, object, say }: ExampleUrl): void {
  const names = ['id', 'uuid', 'slug', 'name'].filter((key) => key in object).map((key) => object[key]);
  const own = parameters.find((parameter) => parameter.own);
  if (own && names.length > 0 && !names.includes(own.value)) say(`\`${own.value}\` is not what this object is called.`);
}

function checkObject({ parameters, object, say }: ExampleUrl): void {
  const urls = urlsIn(object).map(({ url }) => `${decodeURIComponent(new URL(url).pathname)}/`);
  for (const { name, value } of parameters) {
    if (urls.some((path) => !path.includes(`/${value}/`))) say(`Another URL of this object is not of \`${value}\`.`);
    const { id, slug = id } = (object[name] ?? {}) as { readonly id?: unknown; readonly slug?: unknown };
    if (slug !== undefined && slug !== value) say(`\`${name}\` of this object is not \`${value}\`.`);
  }
}
