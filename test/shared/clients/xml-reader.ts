/** An element as a strict reader of XML finds it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, entities undone. */
  readonly text: string;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the part of XML 1.0 that settings files are made of, and throws on everything else: a comment, a section, a stray bracket, an
 * element that is closed by another's name, a character that XML does not have.
 */
export function parseXml(text: string): XmlElement {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('not a character of XML');
  const body = text.replace(/^<\?xml [^>]*\?>\n/, '').replace(/^<!DOCTYPE plist [^>]*>\n/, '');
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  for (const [piece] of body.matchAll(/<[^<>]*>|[^<>]+|[<>]/gu)) {
    const top = open.at(-1) ?? root;
    const [, closes, name, attributes = '', isEmpty] =
      /^<(\/?)([\w:-]+)((?: [\w:-]+="[^"]*")*)\s*(\/?)>$/u.exec(piece) ?? [];
    if (name === undefined) {
      if (/[<>]/.test(piece)) throw new Error(`not an element: ${piece}`);
      top.text += decoded(piece);
    } else if (closes === '/') {
      if (top.name !== name || open.length === 1) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [
        key,
        decoded(value),
      ]);
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      top.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || only === undefined || more.length > 0 || root.text.trim() !== '')
    throw new Error('not one element');
  return only;
}

function decoded(text: string): string {
  return text.replace(/&([^;&]*);?/gu, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`not an entity: ${whole}`);
    return character;
  });
}

/** The element at this path of names below `element`; throws when there is none or more than one. */
export function at(element: XmlElement, ...path: readonly string[]): XmlElement {
  return path.reduce((parent, name) => {
    const found = parent.children.filter((child) => child.name === name);
    if (found.length !== 1 || !found[0])
      throw new Error(`${found.length} elements <${name}> in <${parent.name}>`);
    return found[0];
  }, element);
}
