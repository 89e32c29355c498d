/** Text in XML documents (XML 1.0, fifth edition). */

/** The characters that a document cannot contain in any form (section 2.2). */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Returns the first character that XML cannot contain; undefined if there is none. */
export function forbiddenInXml(text: string): string | undefined {
  return text.match(FORBIDDEN)?.[0];
}

export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** Returns the text as the content of an element. Parsers would read a carriage return as a line feed (section 2.11). */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
}

/** Returns the text as the value of an attribute in double quotes. Parsers would read line breaks as spaces (3.3.3). */
export function xmlAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
