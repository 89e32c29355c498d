/** The same two answers for all servers that look nothing up: the contract's own examples. */
import api from '../../../generated/openapi.json' with { type: 'json' };

const { examples } = api.components;

/** The token that is let in. */
export const secret = 'bench-token-of-a-constant-table';

export const examplePackage = examples['package-debian'].value;

const [first] = examples['package-list-debian'].value.items;

/** A full page. */
export const exampleList = {
  items: Array.from({ length: 30 }, () => first),
  links: examples['package-list-debian'].value.links,
};

const registry = '/v2/packages/organizations/my_great_org/registries/my-registry';

export const paths = {
  package: `${registry}/packages/${examplePackage.id}`,
  list: `${registry}/packages`,
} as const;

/** As a page has it. */
export const linkHeader = `<${exampleList.links.self}>; rel="self"`;
