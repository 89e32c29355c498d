/** Collects the URLs in the examples of a description that match its paths. */
import { collectExamples, objectsIn, type Members } from './named-examples.ts';
import type { Context, PathItem, Visitor } from './rule.ts';

export interface ExampleUrl {
  /** The name of its example. */
  readonly example: string;
  readonly parameters: readonly UrlParameter[];
  /** The object whose member it is. */
  readonly object: Members;
  readonly say: (message: string) => void;
}

export interface UrlParameter {
  readonly name: string;
  readonly value: string;
  /** Whether the URL ends with it: then it is the URL of that object, otherwise of a resource below it. */
  readonly own: boolean;
}

/** Returns a visitor that calls back with all URLs at the end of the visit. */
export function collectUrls(judge: (urls: readonly ExampleUrl[]) => void): Visitor {
  const templates: RegExp[] = [];
  return {
    PathItem({ parameters = [] }: PathItem, { key, resolve }: Context) {
      const spanning = parameters
        .map((parameter) => resolve(parameter).node)
        .filter((parameter) => parameter['x-spans-segments'] === true);
      templates.push(asPattern(String(key), new Set(spanning.map(({ name }) => name))));
    },
    ...collectExamples((examples) => {
      const urls = examples.flatMap(({ name, value, say }) =>
        objectsIn(value).flatMap(({ object, place }) =>
          urlsIn(object).flatMap(({ key, url }): ExampleUrl[] => {
            const parameters = parametersOf(templates, url);
            return parameters ? [{ example: name, parameters, object, say: (text) => say(text, [...place, key]) }] : [];
          }),
        ),
      );
      judge(urls);
    }),
  };
}

/** Returns the members of an object that are absolute http or https URLs. */
export function urlsIn(object: Members): { readonly key: string; readonly url: string }[] {
  return Object.entries(object).flatMap(([key, url]) =>
    typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url) ? [{ key, url }] : [],
  );
}

function asPattern(template: string, spanning: ReadonlySet<string | undefined>): RegExp {
  const group = (_: string, name: string): string => `(?<${name}>${spanning.has(name) ? '.+' : '[^/]+'})`;
  return new RegExp(`^${template.replace(/[.+]/g, '\\$&').replace(/\{([^}]+)\}/g, group)}$`);
}

function parametersOf(templates: readonly RegExp[], url: string): readonly UrlParameter[] | undefined {
  const { pathname } = new URL(url);
  const groups = templates.map((template) => template.exec(pathname)?.groups).find((match) => match !== undefined);
  return (
    groups &&
    Object.entries(groups).map(([name, value]) => ({
      name,
      value: decodeURIComponent(value),
      own: pathname.endsWith(`/${value}`),
    }))
  );
}
