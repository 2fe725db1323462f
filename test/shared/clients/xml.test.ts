import { expect, test } from 'vitest';
import { trimmedXmlText, xmlText } from '../../../shared/clients/xml.ts';

test('what would begin a tag, an entity or the end of an attribute is escaped, and nothing else is changed', () => {
  expect(xmlText('name', `<b a="1" c='2'>&amp;</b> Ж`)).toBe(
    '&lt;b a=&quot;1&quot; c=&apos;2&apos;&gt;&amp;amp;&lt;/b&gt; Ж',
  );
});

test.each(['a\ufffeb', 'a\uffffb'])(
  'what XML cannot hold is refused by the name of its field: %j',
  (value) => {
    expect(() => xmlText('displayName', value)).toThrow(expect.objectContaining({ field: 'displayName' }));
  },
);

test.each([' a', 'a ', '\u00a0a'])(
  'blanks at the ends, where readers take them off, are refused: %j',
  (value) => {
    expect(() => trimmedXmlText('displayName', value)).toThrow(
      expect.objectContaining({ field: 'displayName' }),
    );
    expect(xmlText('displayName', value)).toBe(value);
  },
);
