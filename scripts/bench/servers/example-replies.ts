/** The replies of all servers without a catalog, which are examples of the contract. */
import api from '../../../generated/openapi.json' with { type: 'json' };

const { examples } = api.components;

/** The only valid token. */
export const secret = 'bench-token-of-a-constant-table';

export const examplePackage = examples['package-debian'].value;

const [first] = examples['package-list-debian'].value.items;

/** A full page of packages. */
export const exampleList = {
  items: Array.from({ length: 30 }, () => first),
  links: examples['package-list-debian'].value.links,
};

const registry = '/v2/packages/organizations/my_great_org/registries/my-registry';

export const paths = {
  package: `${registry}/packages/${examplePackage.id}`,
  list: `${registry}/packages`,
} as const;

/** The `Link` header of the page. */
export const linkHeader = `<${exampleList.links.self}>; rel="self"`;
