/** For each rule, a change of the sound description that breaks it, with the expected message and place. */
import type { rules } from '../../openapi/rules/plugin.ts';

export interface Broken {
  /** Where the description is changed (RFC 6901), and to what; undefined takes it away. */
  readonly change: readonly [pointer: string, value: unknown];
  /** A part of each message, with the place that it is about. */
  readonly reports: readonly (readonly [pointer: string, says: string])[];
  /** Rules that the same change breaks, too. */
  readonly others?: readonly string[];
}

const shop = '/paths/~1shops~1{shop}';
const apples = `${shop}~1apples`;
const apple = `${apples}~1{apple}`;
const photo = `${shop}~1photo`;
const leafExample =
  '/paths/~1trees~1{branch}~1leaves~1{leaf}/get/responses/200/content/application~1json/examples/leaf/value';
const tree = '/paths/~1trees~1{branch}~1leaves~1{leaf}';
const schemas = '/components/schemas';
const firstParameter = `${apples}/get/parameters/0`;
const problem400 = '/components/responses/Problem400';
const appleExamples = `${apple}/get/responses/200/content/application~1json/examples`;

const failures = [400, 401, 403, 404, 408, 413, 415, 500, 503, 507];

const inReading = [400, 401, 403, 404, 500, 503].map((status) => [`${apple}/get`, status] as const);
const inPublic = [404, 503].map((status) => [`${photo}/post`, status] as const);
const inWriting = [408, 413, 415, 507].map((status) => [`${apples}/post`, status] as const);

const appleId = '0191e23a-4bc8-7683-bfa4-5f73bc9b7c44';
const otherId = '0191e239-bb10-7d66-a1db-b79b8ba83151';
const other = { id: otherId, url: `http://127.0.0.1:8080/shops/corner/apples/${otherId}` };

const header = (name: string): object => ({
  name,
  in: 'header',
  description: 'What is wanted.',
  schema: { type: 'string', maxLength: 9 },
  example: 'x',
});

const parameter = (changes: object): object => ({
  name: 'colour',
  in: 'query',
  description: 'The colour wanted.',
  schema: { type: 'string', maxLength: 9 },
  example: 'red',
  ...changes,
});

/** A change of the first parameter that is reported there. */
const form = (changes: object, says: string): Broken => ({
  change: [firstParameter, parameter(changes)],
  reports: [[firstParameter, says]],
});

/** A change that is reported right where it is made. */
const at = (pointer: string, value: unknown, says: string): Broken => ({
  change: [pointer, value],
  reports: [[pointer, says]],
});

/** A change below the place where it is reported. */
const below = (pointer: string, keyword: string, value: unknown, says: string): Broken => ({
  change: [`${pointer}/${keyword}`, value],
  reports: [[pointer, says]],
});

const array = { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 9 } };

const named = (pattern: string): object => ({
  type: 'string',
  maxLength: 100,
  pattern,
  description: 'Its kind.',
  example: 'Gala',
});

/** A further path for leaves, which is reported; `patterns` are those of its parameters. */
const pathAt = (url: string, says: string, patterns: Readonly<Record<string, string>> = {}): Broken => {
  const pointer = `/paths/${url.replaceAll('/', '~1')}`;
  const parameters = [...url.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    'x-spans-segments': true,
    description: 'A way through the tree.',
    schema: { type: 'string', pattern: patterns[name] ?? '^[a-z/]+$', maxLength: 100 },
    example: name === 'branch' ? 'oak/old' : 'a/b',
  }));
  return { change: [pointer, { parameters }], reports: [[pointer, says]] };
};

export const broken: { readonly [rule in keyof typeof rules]: readonly Broken[] } = {
  'operations-declare-access': [
    {
      change: ['/paths/~1token~1/get/x-any-valid-token', undefined],
      reports: [['/paths/~1token~1/get/security', 'List the scopes']],
    },
    at(`${shop}/delete/security`, [{ token: [] }], 'List the scopes'),
    at(`${shop}/delete/security`, [{ token: ['buy'] }, { token: [] }], 'List the scopes'),
    below(`${shop}/delete`, 'x-any-valid-token', true, 'is allowed only with empty lists'),
    {
      change: [`${photo}/post/x-any-valid-token`, true],
      reports: [[`${photo}/post/security`, 'is allowed only with empty lists']],
    },
    {
      change: ['/security', undefined],
      reports: [`${shop}/delete`, `${apples}/get`, `${apples}/post`].map((place) => [
        place,
        'The access is not declared',
      ]),
      others: ['conditional-scopes-are-declared'],
    },
  ],
  'credentials-are-readable': [
    ...[
      { type: 'http', scheme: 'digest' },
      { type: 'http', scheme: 'bearer', 'x-prefix': 'Bearer' },
      { type: 'apiKey', in: 'query', name: 'key' },
      { type: 'apiKey', in: 'header', name: 'X-Key', 'x-prefix': 'two words' },
      { type: 'apiKey', in: 'cookie', name: 'key', 'x-prefix': 'Key' },
      { type: 'mutualTLS' },
    ].map((scheme) => at('/components/securitySchemes/token', scheme, 'Use `http` with')),
    at('/security/0', { token: ['buy'], key: ['buy'] }, 'List the schemes as alternatives'),
  ],
  'conditional-scopes-are-declared': [
    at(`${shop}/delete/x-conditional-scopes`, [], 'List each scope once'),
    at(`${shop}/delete/x-conditional-scopes`, ['give', 'give'], 'List each scope once'),
    at(`${shop}/delete/x-conditional-scopes/0`, 'fly', '`fly` is not a scope'),
    {
      change: [`${photo}/post/x-conditional-scopes`, ['give']],
      reports: [[`${photo}/post/x-conditional-scopes`, 'Callers have no scopes here']],
      others: ['operations-describe-statuses'],
    },
  ],
  'parameters-resolve-what-paths-name': [
    {
      change: [firstParameter, parameter({ 'x-resolves': 'pear' })],
      reports: [[`${firstParameter}/x-resolves`, 'No path has a parameter `pear`']],
    },
    {
      change: [firstParameter, parameter({ 'x-resolves': 'shop', schema: array })],
      reports: [[`${firstParameter}/x-resolves`, 'Only a query parameter with one text']],
    },
    {
      change: [firstParameter, parameter({ 'x-resolves': 'shop', in: 'header' })],
      reports: [[`${firstParameter}/x-resolves`, 'Only a query parameter with one text']],
    },
  ],
  'operations-describe-statuses': [
    {
      change: ['/paths/~1token~1/get/x-conditional-scopes', ['give']],
      reports: [['/paths/~1token~1/get/responses', 'Describe 403']],
    },
    {
      change: ['/paths/~1token~1/get/parameters', [parameter({ 'x-resolves': 'shop' })]],
      reports: [['/paths/~1token~1/get/responses', 'Describe 404']],
    },
    ...[...inReading, ...inWriting, ...inPublic].map(([place, status]) =>
      below(`${place}/responses`, String(status), undefined, `Describe ${status}`),
    ),
    ...['405', '417', '431'].map((status) =>
      at(`${apple}/get/responses/${status}`, { $ref: '#/components/responses/Problem404' }, `${status} is the same`),
    ),
    {
      change: [`${apple}/get/parameters`, [header('Range')]],
      reports: ['206', '416'].map((status) => [`${apple}/get/responses`, `Describe ${status}`]),
    },
    {
      change: [`${apple}/parameters/2`, header('Range')],
      reports: ['206', '416'].map((status) => [`${apple}/get/responses`, `Describe ${status}`]),
    },
    {
      change: [`${apple}/get/parameters`, [header('If-None-Match'), header('If-Match')]],
      reports: ['304', '412'].map((status) => [`${apple}/get/responses`, `Describe ${status}`]),
    },
    {
      change: [`${apple}/get/responses/429`, { $ref: '#/components/responses/Problem404' }],
      reports: [
        `${shop}/delete`,
        `${apples}/get`,
        `${apples}/post`,
        `${photo}/post`,
        `${tree}/get`,
        '/paths/~1token~1/get',
      ].map((place) => [`${place}/responses`, 'Describe 429']),
    },
  ],
  'preconditions-come-together': [
    at(`${apple}/get/parameters`, [header('If-Modified-Since')], 'Describe `if-unmodified-since`, too'),
    {
      change: [`${apple}/parameters/2`, header('If-Unmodified-Since')],
      reports: [[`${apple}/get/parameters`, 'Describe `if-modified-since`, too']],
    },
  ],
  'properties-are-not-methods': [
    at(
      `${schemas}/Apple/properties/equals`,
      { type: 'string', maxLength: 9, description: 'x', example: 'x' },
      'Rename `equals`',
    ),
  ],
  'problems-help': [
    at(`${problem400}/description`, 'It is wrong.', 'Describe the cause'),
    below(
      `${problem400}/content`,
      'text~1plain',
      {},
      'The media types of a failure must be `application/problem+json`',
    ),
    {
      change: ['/x-failure', ['text/plain']],
      reports: failures.map((status) => [
        `/components/responses/Problem${status}/content`,
        'The media types of a failure must be `text/plain`',
      ]),
    },
    {
      change: ['/x-failure', ['application/problem+json', 'text/html']],
      reports: failures.map((status) => [`/components/responses/Problem${status}/content`, 'and `text/html`']),
    },
    at(`${problem400}/content/application~1problem+json/examples`, {}, 'Add a named example'),
    {
      change: [`${problem400}/content/application~1problem+json/examples/problem/value/status`, 404],
      reports: [[`${problem400}/content/application~1problem+json/examples/problem`, 'is not 400']],
    },
  ],
  'parts-are-described': [
    below(`${schemas}/Apple/properties/weight`, 'description', undefined, '`weight` has no description'),
    below(firstParameter, 'description', ' ', 'This has no description'),
    below(`${apple}/get/responses/200/headers/Taste`, 'description', undefined, 'This has no description'),
  ],
  'parts-have-examples': [
    below(firstParameter, 'example', undefined, 'This has no example.'),
    below(
      `${apple}/get/responses/200/headers/Taste`,
      'schema',
      { type: 'string', maxLength: 9 },
      'This has no example.',
    ),
    below(`${schemas}/Apple/properties/weight`, 'example', undefined, 'This value has no example'),
    below(`${schemas}/Apple/properties/sizes/items`, 'example', undefined, 'This value has no example'),
  ],
  'values-are-bounded': [
    below(`${schemas}/Apple/properties/name`, 'maxLength', undefined, 'Limit this string'),
    below(`${schemas}/Apple/properties/shop/properties/slug`, 'pattern', '^[a-z]+$', 'Limit this string'),
    below(`${schemas}/Apple/properties/shop/properties/slug`, 'pattern', '^[a-z]{2,}$', 'Limit this string'),
    {
      change: [`${schemas}/Apple/properties/shop/properties/slug/pattern`, '[a-z]{3}'],
      reports: [[`${schemas}/Apple/properties/shop/properties/slug`, 'Limit this string']],
      others: ['patterns-are-anchored'],
    },
    below(`${schemas}/Apple/properties/sizes`, 'maxItems', undefined, 'Limit this array'),
    below(`${schemas}/Apple/properties/weight`, 'minimum', undefined, 'Limit this number'),
    below(`${schemas}/Apple/properties/weight`, 'maximum', undefined, 'Limit this number'),
  ],
  'objects-say-what-more': [
    below(`${schemas}/Apple`, 'unevaluatedProperties', undefined, 'Specify the other properties'),
    below(`${schemas}/AppleInput`, 'additionalProperties', undefined, 'Specify the other properties'),
  ],
  'operation-ids-say-what': [
    at('/paths/~1token~1/get/operationId', 'fetchToken', 'Begin with get, list'),
    at('/paths/~1token~1/get/operationId', 'deleteToken', 'Begin with get, list'),
    at('/paths/~1token~1/get/operationId', 'get_token', 'Begin with get, list'),
    at('/paths/~1token~1/get/operationId', 'gettoken', 'Begin with get, list'),
    at(`${apples}/get/operationId`, 'listApple', 'Use the plural'),
  ],
  'forms-read-alike': [
    form({ in: 'cookie' }, 'Cookies are not read'),
    form({ schema: undefined, content: { 'text/plain': {} } }, 'Describe the value with `schema`'),
    form({ allowEmptyValue: false }, '`allowEmptyValue`'),
    form({ style: 'deepObject' }, 'Keep the default `style`'),
    form({ schema: { anyOf: [{ type: 'string', maxLength: 9 }] } }, 'Do not combine schemas'),
    form({ schema: { type: 'object', additionalProperties: true } }, 'Objects in parameters'),
    form({ explode: false, schema: array }, '`explode: false`'),
    {
      change: [firstParameter, parameter({ schema: { ...array, type: ['array', 'null'] } })],
      reports: [[firstParameter, 'may be null']],
      others: ['arrays-stand-alone'],
    },
    form({ in: 'header', schema: array }, 'Arrays work in queries only'),
    form({ required: true, schema: array }, 'An empty list is the same as a missing one'),
    below(`${schemas}/Photo/properties/tags`, 'minItems', undefined, 'An empty list is the same as a missing one'),
    below(`${schemas}/Photo/properties/tags`, 'minItems', 0, 'An empty list is the same as a missing one'),
    below(`${apples}/post/requestBody`, 'required', undefined, 'Specify `required`'),
    at(`${apples}/post/requestBody/content/text~1*`, {}, 'Specify one media type'),
    at(
      `${photo}/post/requestBody/content/*`,
      { schema: { type: 'string', format: 'binary' } },
      'Specify one media type',
    ),
    at(`${apples}/post/requestBody/content/application~1xml;charset=utf-8`, {}, 'Specify one media type'),
    below(`${schemas}/AppleInput/properties/name`, 'readOnly', true, '`readOnly`'),
    below(`${schemas}/AppleInput`, 'discriminator', { propertyName: 'name' }, '`discriminator`'),
    below(`${schemas}/AppleInput/properties/name`, 'contentMediaType', 'application/json', 'Encoded text'),
    below(`${schemas}/AppleInput/properties/name`, 'contentEncoding', 'base32', 'Encoded text'),
    at(
      `${apples}/post/requestBody/content/application~1x-ndjson`,
      { schema: { type: 'boolean', example: true } },
      'Describe the lines as an array',
    ),
    at(
      `${photo}/post/requestBody/content/application~1x-www-form-urlencoded`,
      { schema: { type: 'string', contentEncoding: 'base64', example: 'YQ==' } },
      'Use base64 in JSON',
    ),
    below(`${schemas}/AppleInput/properties/photo`, 'maxLength', 100, 'The characters of base64'),
    below(`${schemas}/AppleInput/properties/photo`, 'pattern', '^[A-Z]{4}$', 'The characters of base64'),
    {
      change: [`${schemas}/Photo/properties/title`, { $ref: '#/components/schemas/Apple/properties/shop' }],
      reports: [[`${photo}/post/requestBody/content/multipart~1form-data`, 'JSON in a form is not validated']],
    },
    below(`${schemas}/Apple/properties/sizes`, 'prefixItems', [{ const: 1 }, { const: 2 }], '`prefixItems` needs'),
    below(`${schemas}/Apple/properties/weight`, 'nullable', true, '`nullable` is of'),
    at(`${apple}/get/responses/default`, { $ref: '#/components/responses/Problem500' }, 'by its status'),
    at(`${apple}/get/responses/4XX`, { $ref: '#/components/responses/Problem404' }, 'by its status'),
  ],
  'arrays-stand-alone': [
    at(`${schemas}/Apple/properties/sizes/type`, ['array', 'null'], 'Make the array an alternative'),
  ],
  'booleans-are-both': [['const', true] as const, ['enum', [true]] as const].map(([keyword, value]) => ({
    change: [
      `${schemas}/Ripe`,
      { type: 'boolean', [keyword]: value, description: 'Whether it is ripe.', example: true },
    ] as const,
    reports: [[`${schemas}/Ripe`, `\`${keyword}\` of a boolean`]] as const,
  })),
  'choices-stand-alone': [
    {
      change: [`${schemas}/AppleInput/oneOf`, [{ required: ['name'] }, { maxProperties: 0 }]],
      reports: [[`${schemas}/AppleInput`, '`oneOf` is combined with `properties`']],
    },
    {
      change: [`${schemas}/AppleInput/anyOf`, [{ required: ['name'] }, { maxProperties: 0 }]],
      reports: [[`${schemas}/AppleInput`, '`anyOf` is combined with `properties`']],
    },
  ],
  'listed-alternatives-are-described': ['oneOf', 'anyOf'].map((keyword) => {
    const items = { type: 'object', description: 'An apple.', additionalProperties: true, example: {} };
    const lists = { type: 'array', description: 'The apples.', maxItems: 9, items };
    const both = { description: 'Apples, by name or in full.', [keyword]: [{ type: 'boolean' }, lists], example: true };
    return {
      change: [`${schemas}/Apples`, both] as const,
      reports: [[`${schemas}/Apples/${keyword}/1`, 'Describe the properties of the items']] as const,
    };
  }),
  'objects-are-not-constants': [
    {
      change: [
        `${schemas}/Apple/properties`,
        { name: { type: 'string', const: 'Cox', description: 'Its name.', example: 'Cox' } },
      ],
      reports: [[`${schemas}/Apple`, 'Use an `enum` of one value']],
    },
  ],
  'inputs-are-not-constructors': [
    {
      change: [`${schemas}/NewApple`, { type: 'boolean', description: 'Whether it is new.', example: true }],
      reports: [[`${schemas}/NewApple`, 'Call this `AppleInput`']],
    },
  ],
  'links-lead-on': [
    at(`${apples}/get/responses/200/links`, undefined, 'Link to `getApple`'),
    at(`${apples}/post/responses/200/links`, {}, 'Link to `getApple`'),
    {
      change: [`${apples}/get/responses/200/links/getApple/parameters/shop`, undefined],
      reports: [[`${apples}/get/responses/200/links`, 'lacks `shop`']],
    },
    {
      change: [`${apples}/get/responses/200/links/other`, { operationId: 'getPear' }],
      reports: [[`${apples}/get/responses/200/links`, 'There is no operation `getPear`']],
    },
    {
      change: [`${apples}/post/responses/200/links/getApple/parameters/apple`, '$response.body#/uuid'],
      reports: [[`${apples}/post/responses/200/links`, 'reads `apple` from /uuid']],
    },
  ],
  'operations-succeed': [
    {
      change: [`${photo}/post/responses/204`, undefined],
      reports: [[`${photo}/post/responses`, 'Describe a response with a status below 400']],
    },
  ],
  'parameter-names-differ': [
    {
      change: ['/components/parameters', { Apple: parameter({}) }],
      reports: [['/components/parameters/Apple', 'there is a schema `Apple`']],
    },
  ],
  'patterns-are-anchored': [
    ...['[a-z]{3}', '^[a-z]{3}', '[a-z]{3}$', '^a|b$', '^[a-z]{3}\\$'].map((pattern) => ({
      change: [`${schemas}/Apple/properties/name`, named(pattern)] as const,
      reports: [[`${schemas}/Apple/properties/name/pattern`, 'Begin the pattern with']] as const,
    })),
    at(
      `${schemas}/AppleInput/patternProperties/^y-`,
      { type: 'string', maxLength: 9, example: 'x' },
      'Begin the pattern with',
    ),
  ],
  'paths-tell-apart': [
    below(`${tree}/parameters/0`, 'schema', { type: 'string', maxLength: 9 }, '`branch` needs a pattern'),
    at(firstParameter, parameter({ 'x-spans-segments': true }), 'Only a path parameter'),
    {
      change: ['/x-cross-origin', true],
      reports: ['0', '1'].map((index) => [`${tree}/parameters/${index}`, 'Use one segment here']),
      others: ['urls-end-without-slash'],
    },
    pathAt('/trees/{branch}/{leaf}', 'Put a text between `branch` and `leaf`', { branch: '^[a-z/]+$' }),
    pathAt('/trees/{branch}/leaves/{leaf}.txt', 'Make `{leaf}.txt` one parameter'),
    // Behind the path that it is like.
    pathAt('/trees/{branch}/leaves/{other}', 'Another path matches the example', { other: '^[a-c/]+$' }),
  ],
  'urls-end-without-slash': [
    {
      change: ['/x-cross-origin', true],
      reports: [['/paths/~1token~1', 'End the URL without a slash']],
      others: ['paths-tell-apart'],
    },
  ],
  'yaml-is-plain': [below('/components/examples/Shared/value', '<<', { weight: 1 }, 'Copy the merged values here')],
  'required-properties-are-described': [
    {
      change: [`${schemas}/Problem/required/1`, 'kind'],
      reports: [[`${schemas}/Problem/required/1`, 'Describe `kind`']],
    },
  ],
  'components-are-not-built-in': [
    {
      change: ['/components/parameters', { File: parameter({}) }],
      reports: [['/components/parameters/File', '`File` is a built-in type of TypeScript']],
    },
  ],
  'example-ids-agree': [
    below(
      `${schemas}/Apple/properties/weight`,
      'example',
      7,
      'In another example, the object with this id has `weight` 100',
    ),
    at(`${appleExamples}/gala/value/name`, 'Fuji', 'In another example, the object with this id has `name` "Gala"'),
    {
      change: [`${appleExamples}/gala/value`, { uuid: appleId, name: 'Fuji' }],
      reports: [[`${appleExamples}/gala/value/name`, 'In another example, the object with this id has `name` "Gala"']],
    },
    at(
      `${appleExamples}/gala/value/shop`,
      { slug: 'corner' },
      'In another example, the object with this id has `shop`',
    ),
    {
      change: [`${appleExamples}/gala/value`, { ...other, created_at: '2024-09-11T17:55:57Z' }],
      reports: [[`${appleExamples}/gala/value/created_at`, 'another second']],
    },
    // Several operations show it; it is reported once.
    at('/components/examples/Shared/value/created_at', '2024-09-11T17:56:47Z', 'another second'),
  ],
  'example-sets-agree': [
    at(`${apple}/parameters/1/example`, otherId, `No example has the apple \`${otherId}\``),
    {
      change: [appleExamples, { fuji: { value: { ...other, url: other.url.replace('corner', 'other') } } }],
      reports: [[`${appleExamples}/fuji/value/url`, 'No example has the shop `other`']],
    },
    {
      change: [`${appleExamples}/gala/value`, { ...other, url: other.url.replace('corner', 'other') }],
      reports: [
        [`${apples}/get/responses/200/content/application~1json/examples/gala/value/0/url`, 'have another shop than'],
        [`${apples}/post/responses/200/content/application~1json/examples/gala/value/url`, 'have another shop than'],
        [`${appleExamples}/gala/value/url`, 'have another shop than `other`'],
      ],
    },
  ],
  'example-urls-agree': [
    {
      change: [`${leafExample}/name`, 'a/c'],
      reports: [[`${leafExample}/url`, '`a/b` is not the id, slug or name of this object']],
    },
    {
      change: [`${leafExample}/web_url`, 'http://127.0.0.1:8080/oak/old/leaves/a'],
      reports: [[`${leafExample}/url`, 'Another URL of this object does not contain `a/b`']],
    },
    {
      change: [`${appleExamples}/gala/value`, { ...other, id: '0191e239-6d02-7a55-8f1e-4f0c6a7b2d18' }],
      reports: [[`${appleExamples}/gala/value/url`, 'is not the id, slug or name of this object']],
    },
    {
      change: [`${appleExamples}/gala/value`, { ...other, web_url: 'http://127.0.0.1:8080/corner/other' }],
      reports: [[`${appleExamples}/gala/value/url`, `Another URL of this object does not contain \`${otherId}\``]],
    },
    {
      change: [`${appleExamples}/gala/value`, { ...other, shop: { slug: 'other' } }],
      reports: [[`${appleExamples}/gala/value/url`, '`shop` of this object is not `corner`']],
    },
  ],
};
