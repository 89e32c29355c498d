/** Returns the kind and the id in base64, in the format of Buildkite's GraphQL API. */
export function graphqlId(kind: 'Organization' | 'Registry' | 'RegistryToken' | 'User', id: string): string {
  return Buffer.from(`${kind}---${id}`).toString('base64');
}
