/** The kind and the id in base64, as Buildkite's GraphQL API writes them. */
export function graphqlId(kind: 'Organization' | 'Registry' | 'RegistryToken' | 'User', id: string): string {
  return Buffer.from(`${kind}---${id}`).toString('base64');
}
