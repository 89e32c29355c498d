/** Rules for `redocly diff`: what its own ones let pass though a client would notice. `redocly.yaml` switches them on. */

interface Change {
  readonly kind: 'added' | 'removed' | 'modified';
  /** The keyword that is different, where the kind is `modified`. */
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
  /** Both for a schema that is sent and answered; none for what is neither, such as an operation. */
  getDirections(): readonly ('request' | 'response')[];
}

type Visit = (change: Change, context: Context) => void;

/** Breaks nothing: tells whoever reads the comparison which way the bytes go where something differs. */
const direction: Visit = (_, { report, getDirections }) => report({ message: getDirections().join(' ') });

/** Who left it out gets something else now. In an answer a default is only a remark. */
const defaultChanged: Visit = (change, { report, getDirections }) => {
  if (change.property !== 'default' || change.base?.value === undefined) return;
  if (getDirections().includes('request')) report({ message: 'What is left out means something else.' });
};

const headerBecameOptional: Visit = (change, { report, getDirections }) => {
  if (change.property !== 'required' || change.base?.value !== true) return;
  if (getDirections().includes('response')) report({ message: 'The header may be missing.' });
};

/** The parts of a form are read as what the encoding says. */
const encodingChanged: Visit = (_, { report, getDirections }) => {
  if (getDirections().includes('request')) report({ message: 'The part is to be sent as something else.' });
};

const linkChanged: Visit = (change, { report }) => {
  if (change.kind !== 'added') report({ message: 'The link leads elsewhere, or is gone.' });
};

/** Then the requirements of the whole description hold, which may be others. */
const securityInherited: Visit = (change, { report }) => {
  if (change.kind === 'removed') report({ message: 'Who may is no longer said of the operation itself.' });
};

/** Where other properties may be sent too it would be taken as before, and ignored. */
const requestPropertyRemoved: Visit = (change, { report, getDirections }) => {
  if (change.kind !== 'removed') return;
  if (getDirections().includes('request')) report({ message: 'What is sent for the property is ignored, or refused.' });
};

/** A client must reckon with any error, but not with a success or a redirect that it never heard of. */
const successAdded: Visit = (change, { report }) => {
  const status = String(change.node.revision?.key);
  if (change.kind === 'added' && /^[123]/.test(status))
    report({ message: `Clients do not know the answer ${status}.` });
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
