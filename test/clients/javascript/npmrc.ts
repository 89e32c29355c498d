import { TOKEN_VARIABLE, type Settings } from './client.ts';

/** Returns the lines of `.npmrc`, which all clients except for Yarn berry read. */
export function npmrc({ registry, scopes = {} }: Settings): string {
  const named = [
    ['registry', registry] as const,
    ...Object.entries(scopes).map(([scope, at]) => [`${scope}:registry`, at] as const),
  ];
  const lines = named.flatMap(([key, { url, isPrivate }]) => [
    `${key}=${url}`,
    ...(isPrivate ? [`${url.replace(/^https?:/, '')}:_authToken=\${${TOKEN_VARIABLE}}`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}
