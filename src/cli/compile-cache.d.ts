export function enableOwnCompileCache(): void;
export function ownCompileCache(environment?: Readonly<Record<string, string | undefined>>): string | undefined;
