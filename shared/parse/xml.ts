import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element: its name without prefix, its attributes, and the text directly in it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** Why a text was not read as XML. */
export type XmlFault = 'too-large' | 'doctype' | 'not-xml';

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly fault: XmlFault };

/** Settings that providers publish are 2 to 10 kB. In UTF-16 units. */
export const maxXmlChars = 262_144;
/** Theirs are 5 elements deep. */
const maxDepth = 20;

const cdata = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  // What lies beside a CDATA section belongs to the text; the ends are trimmed below.
  trimValues: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // References are resolved below: the library knows the numeric ones only together with those of HTML.
  processEntities: false,
  cdataPropName: cdata,
  // The library counts what an element lies in.
  maxNestedTags: maxDepth - 1,
});

/**
 * Reads an XML document from outside. A document type is refused before anything else looks at it, because entities come with it;
 * so is what is not well-formed, larger than `maxXmlChars` or deeper than 20 elements. XML 1.0 section 2.8.
 */
export function parseXml(published: string): ParsedXml {
  if (published.length > maxXmlChars) return { ok: false, fault: 'too-large' };
  const text = published.trimStart(); // templates of web servers leave empty lines before the declaration
  if (/<!(?:doctype|entity)/i.test(text)) return { ok: false, fault: 'doctype' };
  try {
    const [root, ...others] = elementsOf(parser.parse(text));
    if (root && others.length === 0 && XMLValidator.validate(text) === true) return { ok: true, root };
  } catch {
    // The library throws for what it cannot read; its words are for programmers.
  }
  return { ok: false, fault: 'not-xml' };
}

/** The children of that name, in order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of that name; undefined when there is none or it is empty. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text || undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** The library's form with kept order: one object an element, keyed by its name, attributes beside it under ":@". */
function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return (nodes as Node[]).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && key !== cdata);
    if (name === undefined) return [];
    const inside = node[name];
    return [
      {
        name,
        attributes: attributesOf(node[':@']),
        text: textOf(inside),
        children: elementsOf(inside),
      },
    ];
  });
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return (nodes as Node[])
    .map((node) => (cdata in node ? rawText(node[cdata]) : resolved(node['#text'])))
    .join('')
    .trim();
}

function rawText(nodes: unknown): string {
  return Array.isArray(nodes) ? (nodes as Node[]).map((node) => node['#text'] ?? '').join('') : '';
}

function attributesOf(attributes: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [name, resolved(value).trim()]),
  );
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * A text with its references resolved, once: by number and the five that need no declaration (XML 1.0 sections 4.1 and 4.6). Any other
 * name stays as it is written; a number that is no character becomes U+FFFD.
 */
function resolved(text: unknown): string {
  return String(text ?? '').replace(
    /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return predefined.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '\u{fffd}';
    },
  );
}
