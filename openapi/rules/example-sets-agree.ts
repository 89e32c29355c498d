import { collectUrls, type ExampleUrl } from './example-urls.ts';
import type { Context, Parameter, Rule } from './rule.ts';

/**
 * Examples with the same name, in all operations, are about the same objects: their URLs are below the same ones, which
 * have examples. So following the links of the mock stays with one object (`src/mock/examples.ts`). The examples of
 * path parameters also refer to objects with examples.
 */
export const exampleSetsAgree: Rule = () => {
  const asked: { readonly name: string; readonly value: unknown; readonly say: (message: string) => void }[] = [];
  return {
    Parameter({ name = '', in: place, example }: Parameter, { location, report }: Context) {
      const say = (message: string): void => report({ message, location: location.child('example') });
      if (place === 'path' && example !== undefined) asked.push({ name, value: example, say });
    },
    ...collectUrls((urls) => {
      for (const url of urls) checkAbove(url, urls);
      for (const { name, value, say } of asked) {
        const shown = valuesOf(urls, name);
        if (shown.length > 0 && !shown.some((one) => one.value === value)) say(nothingShows(name, String(value)));
      }
    }),
  };
};

function checkAbove({ example, parameters, say }: ExampleUrl, all: readonly ExampleUrl[]): void {
  const kin = all.filter((other) => other.example === example);
  for (const { name, value } of parameters.filter(({ own }) => !own)) {
    const others = valuesOf(kin, name).filter(({ own }) => !own);
    const shown = [kin, all].map((urls) => valuesOf(urls, name).filter(({ own }) => own)).find((own) => own.length > 0);
    if (others.some((other) => other.value !== value))
      say(`Other examples named \`${example}\` have another ${name} than \`${value}\`.`);
    else if (shown && !shown.some((one) => one.value === value)) say(nothingShows(name, value));
  }
}

function valuesOf(urls: readonly ExampleUrl[], name: string): ExampleUrl['parameters'] {
  return urls.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.name === name));
}

function nothingShows(name: string, value: string): string {
  return `No example has the ${name} \`${value}\`.`;
}
