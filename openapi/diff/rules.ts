/** Rules for `redocly diff`, for breaking differences that its own rules miss. `redocly.yaml` enables them. */

interface Change {
  readonly kind: 'added' | 'removed' | 'modified';
  /** The keyword that differs, if the kind is `modified`. */
  readonly property?: string;
  readonly node: { readonly key?: string | number; readonly base?: Side; readonly revision?: Side };
  readonly base?: { readonly value: unknown };
  readonly revision?: { readonly value: unknown };
}

interface Side {
  readonly key: string | number;
}

interface Context {
  report(problem: { readonly message: string }): void;
  /** Both for a schema of requests and responses; none for other parts, such as an operation. */
  getDirections(): readonly ('request' | 'response')[];
}

type Visit = (change: Change, context: Context) => void;

/** Not breaking: reports the direction of the bytes of a difference. */
const direction: Visit = (_, { report, getDirections }) => report({ message: getDirections().join(' ') });

/** Clients that omit the value get a different behaviour. In a response, a default has no effect. */
const defaultChanged: Visit = (change, { report, getDirections }) => {
  if (change.property !== 'default' || change.base?.value === undefined) return;
  if (getDirections().includes('request')) report({ message: 'An omitted value has another meaning.' });
};

const headerBecameOptional: Visit = (change, { report, getDirections }) => {
  if (change.property !== 'required' || change.base?.value !== true) return;
  if (getDirections().includes('response')) report({ message: 'The header may be missing.' });
};

/** The parts of a form are read by their encoding. */
const encodingChanged: Visit = (_, { report, getDirections }) => {
  if (getDirections().includes('request')) report({ message: 'The part must be sent with another media type.' });
};

const linkChanged: Visit = (change, { report }) => {
  if (change.kind !== 'added') report({ message: 'The link has another target or was removed.' });
};

/** The requirements of the whole description apply then, which may differ. */
const securityInherited: Visit = (change, { report }) => {
  if (change.kind === 'removed') report({ message: 'The operation no longer declares its access.' });
};

/** If unknown properties are allowed, the value is accepted as before, and ignored. */
const requestPropertyRemoved: Visit = (change, { report, getDirections }) => {
  if (change.kind !== 'removed') return;
  if (getDirections().includes('request')) report({ message: 'The value of the property is ignored or rejected.' });
};

/** A client must handle any failure, but not an unknown success or redirect. */
const successAdded: Visit = (change, { report }) => {
  const status = String(change.node.revision?.key);
  if (change.kind === 'added' && /^[123]/.test(status))
    report({ message: `Clients do not handle the response ${status}.` });
};

// Redocly takes a plugin as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default function rules(): object {
  return {
    id: 'larder',
    diff: {
      oas3: {
        direction: () => ({ any: direction }),
        'default-changed': () => ({ Schema: defaultChanged }),
        'header-became-optional': () => ({ Response: { Header: headerBecameOptional } }),
        'encoding-changed': () => ({ Encoding: encodingChanged }),
        'link-changed': () => ({ Link: linkChanged, LinksMap: linkChanged }),
        'request-property-removed': () => ({ SchemaProperties: { Schema: requestPropertyRemoved } }),
        'security-inherited': () => ({ Operation: { SecurityRequirementList: securityInherited } }),
        'success-added': () => ({ Responses: { Response: successAdded } }),
      },
    },
  };
}
