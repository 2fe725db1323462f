import { expect, test } from 'vitest';
import { childText, maxXmlChars, parseXml, type XmlElement } from '../../../shared/parse/xml.ts';
import { fc } from '../../support/invented-inputs.ts';

function root(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.root;
}

test('elements, attributes and texts are kept in their order, prefixes and comments are not', () => {
  const text = `\ufeff<?xml version="1.0"?>
    <a:top xmlns:a="urn:x" one="1"><!-- no --><b>x &amp; &lt;y&gt;</b><c/><b><![CDATA[<raw>]]></b></a:top>`;
  const top = root(text);
  expect(top.name).toBe('top');
  expect(top.attributes.one).toBe('1');
  expect(top.children.map(({ name, text }) => [name, text])).toEqual([
    ['b', 'x & <y>'],
    ['c', ''],
    ['b', '<raw>'],
  ]);
  expect(childText(top, 'b')).toBe('x & <y>');
  expect(childText(top, 'c')).toBeUndefined();
});

test.each([
  ['S&#246;hne &#xF6; &#x1F4EE;', 'Söhne ö 📮'],
  ['Birke &amp; &quot;S&apos;', 'Birke & "S\''],
  ['&amp;#246; &amp;lt;', '&#246; &lt;'],
  ['<![CDATA[&amp;&#246;]]> &#246;', '&amp;&#246; ö'],
  ['a&#0;b&#xD800;c&#x110000;d&#99999999999;e', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
])('references are resolved once: %s', (inside, text) => {
  expect(root(`<a>${inside}</a>`).text).toBe(text);
});

test('references in attributes are resolved too', () => {
  expect(root('<a b="x?a=1&amp;b=&#246;"/>').attributes.b).toBe('x?a=1&b=ö');
});

test('numbers stay as they are written', () => {
  expect(childText(root('<a><port>0587</port></a>'), 'port')).toBe('0587');
});

const lol = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">';
test.each([
  ['doctype', `<?xml version="1.0"?><!DOCTYPE x [${lol}]><x>&b;</x>`],
  ['doctype', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'],
  ['doctype', '<!doctype html><html></html>'],
  ['doctype', '<x><!ENTITY e SYSTEM "http://127.0.0.1/"></x>'],
  ['too-large', `<a>${'x'.repeat(maxXmlChars)}</a>`],
  ['not-xml', '<a>'.repeat(22) + '</a>'.repeat(22)],
  ['not-xml', '<a>'.repeat(80_000)],
  ['not-xml', ''],
  ['not-xml', 'Not found'],
  ['not-xml', '<html><body><p>Not found<br></body></html>'],
  ['not-xml', '<a/><b/>'],
  ['not-xml', '<a><b></a></b>'],
  ['not-xml', '<a'],
  ['not-xml', '<a><![CDATA[</a>'],
  ['not-xml', '<a><__proto__>x</__proto__></a>'],
  ['not-xml', '\u0000<a/>'],
])('%s: %.60s', (fault, text) => {
  expect(parseXml(text)).toEqual({ ok: false, fault });
});

test('entities that nobody declared stay text', () => {
  expect(root('<a>&nbsp;&xxe;</a>').text).toBe('&nbsp;&xxe;');
});

test('a document as large and as crowded as is allowed is read in bounded time', () => {
  const started = performance.now();
  for (const text of [
    `<a>${'<b/>'.repeat(65_000)}</a>`,
    `<a>${'&amp;'.repeat(52_000)}</a>`,
    `<a>${'<'.repeat(260_000)}`,
  ]) {
    parseXml(text);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('whatever arrives is read or refused, never thrown, and no deeper than is allowed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<a>',
      '</a>',
      '<a b="',
      '"',
      '/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml ',
      '?>',
      '&#0;',
      '&#x1f;',
      '&amp;',
    ),
    fc.constantFrom(
      '<__proto__>',
      '</__proto__>',
      '<constructor/>',
      '<a __proto__="x"/>',
      '<!',
      '<!DOCTYPE',
      ':@',
      '#text',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const depthOf = (element: XmlElement): number => 1 + Math.max(0, ...element.children.map(depthOf));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, depth) => {
      const parsed = parseXml(`${'<a>'.repeat(depth)}${pieces.join('')}${'</a>'.repeat(depth)}`);
      if (!parsed.ok) expect(parsed.fault).toMatch(/^(too-large|doctype|not-xml)$/);
      else expect(depthOf(parsed.root)).toBeLessThanOrEqual(20);
    }),
    { numRuns: 100 },
  );
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
