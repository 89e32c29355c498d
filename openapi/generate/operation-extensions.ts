/** Types for our extensions of operations, which openapi-typescript omits. */
import ts from 'typescript';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, Parameter>> };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly 'x-conditional-scopes'?: readonly string[];
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly required?: boolean;
  readonly 'x-resolves'?: string;
}

const { factory } = ts;

/**
 * Adds to the members of the interface `operations`: `x-conditional-scopes`, a union of the scopes, and `x-resolves`,
 * the name of a path parameter for each query parameter that is resolved in the same way.
 */
export function withExtensions(nodes: readonly ts.Node[], description: Described): ts.Node[] {
  const members = new Map(
    operationsIn(description).map((operation) => [operation.operationId, membersOf(operation, description)]),
  );
  return nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'operations') return node;
    const extended = node.members.map((member) => withMembers(member, members));
    return factory.updateInterfaceDeclaration(
      node,
      node.modifiers,
      node.name,
      node.typeParameters,
      node.heritageClauses,
      extended,
    );
  });
}

function withMembers(member: ts.TypeElement, members: ReadonlyMap<string, readonly ts.TypeElement[]>): ts.TypeElement {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isTypeLiteralNode(member.type)) return member;
  const { name, type, modifiers, questionToken } = member;
  const more = ts.isIdentifier(name) || ts.isStringLiteral(name) ? (members.get(name.text) ?? []) : [];
  if (more.length === 0) return member;
  const whole = factory.createTypeLiteralNode([...type.members, ...more]);
  return factory.updatePropertySignature(member, modifiers, name, questionToken, whole);
}

function membersOf(
  { parameters = [], 'x-conditional-scopes': scopes = [] }: Operation,
  { components }: Described,
): ts.TypeElement[] {
  const resolved = parameters
    .map((parameter) => components?.parameters?.[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter)
    .flatMap(({ name, required = false, 'x-resolves': resolves }) =>
      resolves === undefined ? [] : [property(name, literal(resolves), required)],
    );
  return [
    ...(scopes.length === 0
      ? []
      : [property('x-conditional-scopes', factory.createUnionTypeNode(scopes.map(literal)))]),
    ...(resolved.length === 0 ? [] : [property('x-resolves', factory.createTypeLiteralNode(resolved))]),
  ];
}

function property(name: string, type: ts.TypeNode, required = true): ts.PropertySignature {
  const optional = required ? undefined : factory.createToken(ts.SyntaxKind.QuestionToken);
  const readonly = [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)];
  return factory.createPropertySignature(readonly, factory.createStringLiteral(name), optional, type);
}

function literal(text: string): ts.TypeNode {
  return factory.createLiteralTypeNode(factory.createStringLiteral(text));
}

function operationsIn({ paths }: Described): Operation[] {
  return Object.values(paths).flatMap((item) => {
    // The linter has checked that parameters are a list.
    const shared = (item['parameters'] ?? []) as readonly Parameter[];
    return Object.values(item)
      .filter(isOperation)
      .map((operation) => ({ ...operation, parameters: [...shared, ...(operation.parameters ?? [])] }));
  });
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
