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

function checkAbove({ example, parameters, object, say }: ExampleUrl, all: readonly ExampleUrl[]): void {
  const kin = all.filter((other) => other.example === example);
  for (const { name, value } of parameters.filter((parameter) => !parameter.own && !isMember(object, parameter))) {
    const others = kin.flatMap((other) =>
      valuesOf([other], name).filter((parameter) => !parameter.own && !isMember(other.object, parameter)),
    );
    const shown = [kin, all].map((urls) => valuesOf(urls, name).filter(({ own }) => own)).find((own) => own.length > 0);
    if (others.some((other) => other.value !== value))
      say(`Other examples named \`${example}\` have another ${name} than \`${value}\`.`);
    else if (shown && !shown.some((one) => one.value === value)) say(nothingShows(name, value));
  }
}

/** Returns whether the object names another one, such as a file the package that it is the main file of. */
function isMember(object: ExampleUrl['object'], { name, value }: ExampleUrl['parameters'][number]): boolean {
  const { id } = Object(object[name]) as { readonly id?: unknown };
  return id === value;
}

function valuesOf(urls: readonly ExampleUrl[], name: string): ExampleUrl['parameters'] {
  return urls.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.name === name));
}

function nothingShows(name: string, value: string): string {
  return `No example has the ${name} \`${value}\`.`;
}
