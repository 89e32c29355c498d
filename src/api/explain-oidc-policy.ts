import type { Operation } from '../serving/env.ts';

export const explainOidcPolicy: Operation<'explainOidcPolicy'> = async ({ found, body }, { oidc }) => {
  const { organization, registry } = found;
  // The contract has exactly one of the two.
  const input = body.token === undefined ? { claims: body.claims ?? {} } : { token: body.token };
  return { status: 200, body: await oidc.explain(organization.slug, registry, input) };
};
