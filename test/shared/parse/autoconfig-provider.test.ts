import { describe, expect, test } from 'vitest';
import { Provider } from '../../../shared/model/check.ts';
import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import { fc } from '../../support/invented-inputs.ts';

const owner = { address: 'you@example.org', domain: 'example.org' };

/** What a file says with `inside` in its provider's element and `beside` after it. */
function read(inside: string, { beside = '', language = 'en' } = {}) {
  const text = `<clientConfig version="1.1"><emailProvider id="x">${inside}</emailProvider>${beside}</clientConfig>`;
  const parsed = parseAutoconfig(text, owner, language);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.value;
}

const notUsable = [
  'javascript:alert(1)',
  'http://example.org/',
  'https://',
  'file:///x',
  'https://you:word@example.org/',
  'https://-x/',
  `https://example.org/${'x'.repeat(1000)}`,
];

describe('the help page', () => {
  const page = (url: string, ...languages: string[]) =>
    `<documentation url="${url}">${languages.map((lang) => `<descr${lang && ` lang="${lang}"`}>x</descr>`).join('')}</documentation>`;
  const de = page('https://example.org/de', 'de-AT');
  const any = page('https://example.org/any', '');
  const en = page('https://example.org/en', 'fr', 'en');

  test('is the one in the person’s language, else one without, else the first', () => {
    expect(read(de + any + en).about.help).toBe('https://example.org/en');
    expect(read(de + any + en, { language: 'de' }).about.help).toBe('https://example.org/de');
    expect(read(de + any).about.help).toBe('https://example.org/any');
    expect(read(de).about.help).toBe('https://example.org/de');
  });

  test.each(notUsable)('is never %s', (url) => {
    expect(read(page(url, 'en')).about.help).toBeUndefined();
  });

  test('is an address under its older name too', () => {
    expect(read('<instruction url="https://example.org/ports"/>').about.help).toBe(
      'https://example.org/ports',
    );
  });
});

describe('what has to be switched on first', () => {
  const enable = (visitUrl: string) =>
    `<enable visiturl="${visitUrl}"><instruction>Allow
      IMAP once</instruction><instruction lang="de">IMAP einmal erlauben</instruction></enable>`;

  test('is told in the person’s language, with the place, inside the provider’s element and beside it', () => {
    const at = 'https://example.org/switch';
    expect(read(enable(at), { beside: enable(at), language: 'de' }).about.enable).toEqual([
      { instruction: 'IMAP einmal erlauben', at },
      { instruction: 'IMAP einmal erlauben', at },
    ]);
    expect(read(enable(at), { language: 'fr' }).about.enable).toEqual([
      { instruction: 'Allow IMAP once', at },
    ]);
  });

  test.each(notUsable)('keeps its words and loses a place such as %s', (url) => {
    expect(read(enable(url)).about.enable).toEqual([{ instruction: 'Allow IMAP once' }]);
  });

  test('is at most five steps, and not there when it says nothing', () => {
    expect(read(enable('https://example.org/').repeat(9)).about.enable).toHaveLength(5);
    expect(read('<enable visiturl="http://example.org/"/>').about.enable).toBeUndefined();
  });
});

test('webmail is where its login page is', () => {
  const beside = (url: string) =>
    `<webMail><loginPage url="${url}"/><loginPageInfo url="${url}"><passwordField id="p"/></loginPageInfo></webMail>`;
  expect(read('', { beside: beside('https://webmail.example.org') }).about.webmail).toBe(
    'https://webmail.example.org/',
  );
  expect(read('', { beside: beside('http://webmail.example.org') }).about.webmail).toBeUndefined();
});

describe('the sign-in in the browser', () => {
  const oAuth2 = (change: Record<string, string> = {}) => {
    const elements = {
      issuer: 'login.example.org',
      scope: 'https://mail.example.org/  offline_access',
      authURL: 'https://login.example.org/auth',
      tokenURL: 'https://login.example.org/token',
      clientSecret: 'give-me',
      ...change,
    };
    const inside = Object.entries(elements).map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<oAuth2>${inside.join('')}</oAuth2>`;
  };

  test('is kept, without secrets', () => {
    expect(read('', { beside: oAuth2() })).toMatchObject({
      about: {
        signIn: {
          issuer: 'login.example.org',
          scope: 'https://mail.example.org/ offline_access',
          authUrl: 'https://login.example.org/auth',
          tokenUrl: 'https://login.example.org/token',
        },
      },
      oddities: [],
    });
    expect(JSON.stringify(read('', { beside: oAuth2() }))).not.toContain('give-me');
  });

  test.each(['authURL', 'tokenURL'])('is not kept without https, and %s is named', (name) => {
    const { about, oddities } = read('', { beside: oAuth2({ [name]: 'http://login.example.org/' }) });
    expect(about.signIn).toBeUndefined();
    expect(oddities).toEqual([
      {
        kind: 'wrong-value',
        where: `oAuth2 ${name}`,
        found: 'http://login.example.org/',
        right: 'web-address',
      },
    ]);
  });
});

test('whatever stands there fits the model', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.constantFrom(...notUsable));
  const escaped = text.map((value) =>
    value.replace(/[^\n\t\x20-\x7e\u00a0-\ud7ff]/g, '').replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`),
  );
  fc.assert(
    fc.property(escaped, escaped, (one, other) => {
      const beside = `<oAuth2><issuer>${one}</issuer><scope>${other}</scope><authURL>https://a.example/${one}</authURL>
        <tokenURL>https://a.example/</tokenURL></oAuth2><webMail><loginPage url="https://a.example/${other}"/></webMail>`;
      const { about } = read(
        `<enable visiturl="https://a.example/${one}"><instruction>${other}</instruction></enable>
         <documentation url="https://${one}"/>`,
        { beside },
      );
      expect(Provider.safeParse({ name: '', ...about }).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});
