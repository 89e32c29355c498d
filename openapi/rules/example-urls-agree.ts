import { collectUrls, urlsIn, type ExampleUrl } from './example-urls.ts';
import type { Rule } from './rule.ts';

/**
 * The URL of an object ends with its id, slug or name, and its other URLs and members, such as `registry`, are
 * consistent, because programs use any of them.
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
  if (own && names.length > 0 && !names.includes(own.value))
    say(`\`${own.value}\` is not the id, slug or name of this object.`);
}

function checkObject({ parameters, object, say }: ExampleUrl): void {
  const urls = urlsIn(object).map(({ url }) => `${decodeURIComponent(new URL(url).pathname)}/`);
  for (const { name, value } of parameters) {
    if (urls.some((path) => !path.includes(`/${value}/`)))
      say(`Another URL of this object does not contain \`${value}\`.`);
    const { id, slug = id } = (object[name] ?? {}) as { readonly id?: unknown; readonly slug?: unknown };
    if (slug !== undefined && slug !== value) say(`\`${name}\` of this object is not \`${value}\`.`);
  }
}
