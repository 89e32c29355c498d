/** Declares the schemas of a description as exported types, so that editors show their names. */
import ts from 'typescript';

const { factory } = ts;

/**
 * Moves each schema out of the interface `components` into a type with its name and its comment. The interface refers
 * to it, so `components["schemas"]["Package"]` and `Package` are the same type.
 */
export function withNamedTypes(nodes: readonly ts.Node[]): ts.Node[] {
  return nodes.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return [node];
    const named: ts.TypeAliasDeclaration[] = [];
    const members = node.members.map((member) => withReferences(member, named));
    const { modifiers, name, typeParameters, heritageClauses } = node;
    const components = factory.updateInterfaceDeclaration(
      node,
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      members,
    );
    return [components, ...named];
  });
}

function withReferences(member: ts.TypeElement, named: ts.TypeAliasDeclaration[]): ts.TypeElement {
  if (!ts.isPropertySignature(member) || !isNamed(member, 'schemas') || !member.type) return member;
  if (!ts.isTypeLiteralNode(member.type)) return member;
  const schemas = member.type.members.map((schema) => {
    if (!ts.isPropertySignature(schema) || !ts.isIdentifier(schema.name) || !schema.type) return schema;
    const { text } = schema.name;
    const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    const declared = factory.createTypeAliasDeclaration(exported, text, undefined, schema.type);
    named.push(ts.setSyntheticLeadingComments(declared, ts.getSyntheticLeadingComments(schema)));
    return factory.createPropertySignature(
      schema.modifiers,
      text,
      schema.questionToken,
      factory.createTypeReferenceNode(text),
    );
  });
  const { modifiers, name, questionToken } = member;
  return factory.updatePropertySignature(
    member,
    modifiers,
    name,
    questionToken,
    factory.createTypeLiteralNode(schemas),
  );
}

function isNamed(member: ts.PropertySignature, name: string): boolean {
  return ts.isIdentifier(member.name) && member.name.text === name;
}
