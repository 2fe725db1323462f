import { describe, expect, test } from 'vitest';
import { parseCurrent } from '../../../shared/parse/current-settings.ts';
import { parseSubject } from '../../../shared/parse/subject.ts';

/** What is understood, in one word: the address, the domain, or the server with its port behind a blank. */
function understoodAs(text: string): string {
  const parsed = parseSubject(text);
  if (!parsed.ok) return `refused: ${parsed.fault}`;
  const { value } = parsed;
  if (value.kind === 'address') return value.mailAddress;
  if (value.kind === 'domain') return value.domain;
  return value.port === undefined ? `server ${value.host}` : `server ${value.host} ${value.port}`;
}

const anna = 'anna@example.org';

describe('one address, as people paste it', () => {
  test.each([
    // With what belongs to a server, and with the blank that phones put behind a dot.
    'anna@example.org:587',
    'anna@example.org:587/starttls',
    'anna@example.org/',
    'anna@example.org\\',
    'mailto:anna@example.org/',
    'anna@example. org',
    'anna@example .org',
    'E-Mail: anna@example. org',
    // Signs that stand for others.
    'anna＠example.org',
    'ａｎｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ',
    'anna﹫example.org',
    'anna@example。org',
    'anna@example․org',
    'anna\u200b@example.org',
    'anna@exam\u00adple.org',
    '\u202aanna@example.org\u202c',
    '\u2066anna@example.org\u2069',
    'E-Mail: \u200eanna@example.org\u200e',
    '\ufeffanna@example.org',
    'anna@example.org\u200d',
    '\u00a0anna@example.org\u00a0',
    'anna@example.org\u3000',
    // Hidden from programs.
    'anna [at] example [dot] org',
    'anna[at]example[dot]org',
    'anna (at) example (punkt) org',
    'anna [ät] example [punkt] org',
    'anna at example punkt org',
    'anna arobase example point org',
    'anna [arobase] example [point] org',
    'anna (arroba) example (punto) org',
    'anna arroba example punto org',
    'anna [arroba] example [ponto] org',
    'anna arroba example ponto org',
    'anna（アットマーク）example.org',
    'anna アットマーク example ドット org',
    'anna[アット]example[ドット]org',
    'anna(a)example.org',
    'anna{at}example{dot}org',
    'anna <at> example <dot> org',
    'anna AT example DOT org',
    'anna_at_example.org',
    'anna [@] example [.] org',
    'anna@example[.]org',
    'anna chiocciola example punto org',
    'anna małpa example kropka org',
    'anna собака example точка org',
    'anna apenstaartje example punt org',
    'anna&#64;example.org',
    'anna&#x40;example&#46;org',
    'anna%40example.org',
    'anna[@]example(.)org',
    'anna @ example.org',
    'anna@ example.org',
    'anna @example.org',
    // Around it.
    '„anna@example.org“',
    '“anna@example.org”',
    '«anna@example.org»',
    '« anna@example.org »',
    '»anna@example.org«',
    '‚anna@example.org‘',
    '‘anna@example.org’',
    '「anna@example.org」',
    '`anna@example.org`',
    '**anna@example.org**',
    '<anna@example.org>',
    '(anna@example.org)',
    '[anna@example.org]',
    '{anna@example.org}',
    'anna@example.org.',
    'anna@example.org...',
    'anna@example.org,',
    'anna@example.org;',
    'anna@example.org!',
    'anna@example.org、',
    'anna@example.org。',
    '- anna@example.org',
    '• anna@example.org',
    '> anna@example.org',
    ';anna@example.org;',
    // Named, labelled, linked.
    'Anna Roe <anna@example.org>',
    '"Roe, Anna" <anna@example.org>',
    '"anna@work" <anna@example.org>',
    'anna@example.org <anna@example.org>',
    'Roe, Anna <anna@example.org>;',
    'anna@example.org (privat)',
    'E-Mail: anna@example.org',
    'E-Mail:anna@example.org',
    'e-mail : anna@example.org',
    'Mailadresse: anna@example.org',
    'Mein Konto: anna@example.org',
    'Adresse e-mail : anna@example.org',
    'Courriel : anna@example.org',
    'Correo electrónico: anna@example.org',
    'Endereço de e-mail: anna@example.org',
    'メール：anna@example.org',
    'メールアドレス： anna@example.org',
    'From: Anna Roe <anna@example.org>',
    'Von: "Anna Roe" <anna@example.org>',
    'Mail= anna@example.org',
    'mailto:anna@example.org',
    'MAILTO:anna@example.org?subject=hello&body=a%20b',
    'mailto://anna@example.org',
    'mailto:anna%40example.org',
    'mailto:%20anna@example.org',
    '<mailto:anna@example.org>',
    '[mailto:anna@example.org]',
    // From a table.
    'Anna\tRoe\tanna@example.org',
    'anna@example.org\tAnna Roe\t030 1234567',
    '\nanna@example.org\r\n',
    'Anna Roe\nHauptstr. 1\nanna@example.org',
    'Anna;Roe;anna@example.org;1',
    '| Anna | anna@example.org |',
    'anna@example.org\nanna@example.org',
    'Anna@EXAMPLE.org; Anna@example.ORG',
  ])('%j', (text) => {
    expect(understoodAs(text).toLowerCase()).toBe(anna);
  });

  test.each([
    ['an address of many letters', 'jürgen@münchen.example', 'jürgen@xn--mnchen-3ya.example'],
    ['both spellings of a domain', 'a@XN--MNCHEN-3YA.example', 'a@xn--mnchen-3ya.example'],
    ['Japanese', '太郎＠例え。テスト', '太郎@xn--r8jz45g.xn--zckzah'],
    ['letters in two pieces, as macOS has them', 'ju\u0308rgen@example.org', 'jürgen@example.org'],
    ['a ligature of a PDF', 'o\ufb03ce@example.org', 'office@example.org'],
    ['a curly apostrophe', 'o’neil@example.org', "o'neil@example.org"],
    ['a dash of a word processor', 'anna@my\u2011site.example', 'anna@my-site.example'],
    ['a tag', 'anna+news@example.org', 'anna+news@example.org'],
    ['quotes that nothing needs', '"anna.roe"@example.org', 'anna.roe@example.org'],
    ['a path of old', 'anna%example.org@relay.example', 'anna%example.org@relay.example'],
    ['two words in the name', 'anna punkt roe at example punkt org', 'anna.roe@example.org'],
    ['dots that some providers hand out', 'a..b.@example.org', 'a..b.@example.org'],
    ['a server in the house', 'anna@nas', 'anna@nas'],
  ])('%s', (_name, text, expected) => {
    expect(understoodAs(text)).toBe(expected);
  });
});

describe('a server with its port, as people paste it', () => {
  test.each([
    'smtp.example.org:587',
    'smtp.example.org/587',
    'smtp.example.org:587/starttls',
    'smtp.example.org:587:starttls',
    'smtp.example.org port 587',
    'smtp.example.org Port: 587 TLS',
    'smtp.example.org Port: 587 SSL',
    'smtp.example.org, Port 587, STARTTLS',
    'smtp.example.org (587)',
    'smtp.example.org (Port 587, Verschlüsselung: STARTTLS)',
    'smtp.example.org | 587 | STARTTLS',
    'smtp.example.org; 587',
    'smtp.example.org\t587\tSTARTTLS',
    'smtp.example.org\n587',
    'smtp.example.org:587,',
    '„smtp.example.org:587“',
    'smtp[.]example[.]org:587',
    'smtp dot example dot org:587',
    'smtp://smtp.example.org:587',
    'smtp://anna:secret@smtp.example.org:587',
    'submission://smtp.example.org',
    'SMTP: smtp.example.org:587',
    'Server: smtp.example.org Port: 587',
    'Postausgangsserver (SMTP): smtp.example.org, Port: 587',
    'Postausgangsserver: smtp.example.org\nPort: 587\nVerschlüsselung: STARTTLS',
    'Outgoing mail server: smtp.example.org, port 587, requires SSL/TLS',
    'Outgoing Server (SMTP)\tsmtp.example.org\nPort\t587',
    'Serveur SMTP : smtp.example.org, port : 587',
    'Serveur sortant : smtp.example.org port 587 avec STARTTLS',
    'Servidor SMTP: smtp.example.org, puerto 587',
    'Servidor de saída: smtp.example.org porta 587',
    '送信メールサーバー：smtp.example.org　ポート番号：587',
    'smtp.example.org ポート587',
    'SMTPサーバー: smtp.example.org:587',
    'ｓｍｔｐ．ｅｘａｍｐｌｅ．ｏｒｇ：５８７',
    'telnet smtp.example.org 587',
    'Test-NetConnection smtp.example.org -Port 587',
    'tnc -ComputerName smtp.example.org -Port 587',
    'SMTP_HOST=smtp.example.org SMTP_PORT=587',
    '{"host":"smtp.example.org","port":587}',
    'openssl s_client -connect smtp.example.org:587 -starttls smtp',
    'SMTP.Example.ORG:587',
    'smtp.example.org. 587',
    'host=smtp.example.org port=587',
    'smtp.example.org:587/tcp',
    'smtp.example.org 587 none',
  ])('%j', (text) => {
    expect(understoodAs(text)).toBe('server smtp.example.org 587');
  });

  test.each([
    ['an own network', 'nas 25', 'server nas 25'],
    ['IPv6', '[2001:db8::25]:465', 'server 2001:db8::25 465'],
    ['IPv6 with the protection', '[2001:db8::25]:465/ssl', 'server 2001:db8::25 465'],
    ['IPv4', '192.0.2.25 port 25', 'server 192.0.2.25 25'],
    ['IPv4 with a slash', '192.0.2.25/465', 'server 192.0.2.25 465'],
    ['another scheme', 'ssl://smtp.example.org:465', 'server smtp.example.org 465'],
    ['a scheme alone', 'smtps://smtp.example.org', 'server smtp.example.org 465'],
    ['letters', 'smtp.münchen.example 465', 'server smtp.xn--mnchen-3ya.example 465'],
    ['a record of DNS', 'mx:smtp.example.org', 'smtp.example.org'],
    ['the same with a port', 'imap:mail.example.org:993', 'server mail.example.org 993'],
    ['a web site, for its domain', 'www.example.org', 'example.org'],
    ['the same, as a link', 'https://www.example.org/', 'example.org'],
    ['the same, defused', 'hxxps://example[.]org', 'example.org'],
    ['a name', 'example.org.', 'example.org'],
    ['a cited name', '«example.org»', 'example.org'],
    ['a labelled name', 'Domain: example.org', 'example.org'],
  ])('%s', (_name, text, expected) => {
    expect(understoodAs(text)).toBe(expected);
  });
});

describe('what is refused is told with what is wrong', () => {
  test.each([
    ['anna@example.org, ben@example.com', 'address-several', 'anna@example.org, ben@example.com'],
    ['anna@example.org ben@example.com', 'address-several', 'anna@example.org, ben@example.com'],
    ['anna@example.org und ben@example.com', 'address-several', 'anna@example.org, ben@example.com'],
    [
      'Anna <anna@example.org>; Ben <ben@example.com>',
      'address-several',
      'anna@example.org, ben@example.com',
    ],
    ['anna@example.org\nben@example.com', 'address-several', 'anna@example.org, ben@example.com'],
    ['mailto:anna@example.org,ben@example.com', 'address-several', 'anna@example.org, ben@example.com'],
    ['anna@gmail,com', 'address-comma', 'anna@gmail.com'],
    ['anna@gmail, com', 'address-comma', 'anna@gmail.com'],
    ['anna@gmail;com', 'address-semicolon', 'anna@gmail.com'],
    ['anna@firma; de', 'address-semicolon', 'anna@firma.de'],
    ['anna@mail,example,org', 'address-comma', 'anna@mail.example.org'],
    ['smtp.example,org', 'host-comma', 'smtp.example.org'],
    ['smtp,example,org', 'host-comma', 'smtp.example.org'],
    ['FIRMA\\anna', 'login-name', 'FIRMA\\anna'],
    ['https://mail.example.org/owa', 'web-address', 'https://mail.example.org'],
    ['hxxp://webmail.example.org/login', 'web-address', 'http://webmail.example.org'],
    ['anna@[192.0.2.1]', 'address-ip', 'anna@[192.0.2.1]'],
    ['anna@192.0.2.1', 'address-ip', 'anna@192.0.2.1'],
    ['anna@', 'address-domain', 'anna@'],
    ['@example.org', 'address-name', '@example.org'],
    ['anna@@example.org', 'address-at-signs', 'anna@@example.org'],
    ['anna@example..org', 'host-dots', 'example..org'],
    ['anna roe@example.org', 'space', 'anna roe@example.org'],
    ['"anna roe"@example.org', 'space', '"anna roe"@example.org'],
    ['smtp.example.org 99999', 'port-range', '99999'],
    ['ftp://example.org', 'scheme', 'ftp://'],
    ['', 'empty', ''],
  ])('%j', (text, fault, found) => {
    expect(parseSubject(text)).toEqual(expect.objectContaining({ ok: false, fault, found }));
  });

  test.each([
    ['anna(roe)@example.org', '('],
    ['anna@exa$mple.org', '$'],
    ['anna%example.org', '%'],
    ['anna@example.org/587', '/'],
    ['anna@example.org:smtp', ':'],
    ['anna@exam\u202eple.org', 'U+202E'],
    ['anna\u2067@example.org', 'U+2067'],
    ['smtp.exam\0ple.org', 'U+0000'],
    ['smtp_ü♥.example.org', '♥'],
    ['-anna@example.org', '-'],
    ['smtp.example.org"', '"'],
  ])('the character of %j is named', (text, character) => {
    expect(parseSubject(text)).toMatchObject({ ok: false, character });
  });

  test('a password before a colon is not taken for a label, nor shown', () => {
    expect(JSON.stringify(parseSubject('https://anna:secret@webmail.example.org/x'))).not.toContain('secret');
    expect(understoodAs('anna:secret@example.org')).toMatch(/^refused/);
  });
});

test.each([
  ['smtp.example.org port 587 STARTTLS', { host: 'smtp.example.org', port: 587, security: 'starttls' }],
  ['Server: smtp.example.org, Port: 465, SSL/TLS', { host: 'smtp.example.org', port: 465, security: 'tls' }],
  ['smtp.example.org\t25\tkeine', { host: 'smtp.example.org', port: 25, security: 'none' }],
  ['smtp.example.org　ポート：587　暗号化：なし', { host: 'smtp.example.org', port: 587, security: 'none' }],
])("today's settings as a form has them: %j", (text, value) => {
  expect(parseCurrent(text)).toEqual({ ok: true, value });
});
