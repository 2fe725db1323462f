import { expect, test } from 'vitest';
import { type Answers, noAnswers, requestOf } from '../../../renderer/wizard/answers.ts';
import {
  canInsist,
  firstProblems,
  inOrder,
  looksLikeError,
  meantAddress,
  meantAddresses,
} from '../../../renderer/wizard/reading.ts';
import { CheckRequest } from '../../../shared/contract/contract.ts';
import { say } from '../../../shared/text/index.ts';

const answers = (change: Partial<Answers>): Answers => ({ ...noAnswers, ...change });

test.each([
  ['nothing at all', {}, ['address']],
  ['a place for the server opened and left empty', { knowsServer: true }, ['address']],
  ['an address with a space', { address: 'you me@example.org' }, ['address']],
  ['a server that is no name', { knowsServer: true, server: 'mail server' }, ['server']],
  [
    'a good address and a bad server',
    { address: 'you@example.org', knowsServer: true, server: '-' },
    ['server'],
  ],
  ['a good address', { address: ' you@example.org ' }, []],
  ['a slip on a well-known domain', { address: 'you@gmial.com' }, ['address']],
  ['a slip that the person insists on', { address: ' you@gmial.com', sureAddress: 'you@gmial.com' }, []],
  ['another slip than that', { address: 'me@gmial.com', sureAddress: 'you@gmial.com' }, ['address']],
  ['only a server', { knowsServer: true, server: 'mail.example.org:2525' }, []],
  ['a bad server that was folded away again', { address: 'you@example.org', server: '-' }, []],
])('the first screen finds what is wrong with %s', (_name, change, fields) => {
  expect(Object.keys(firstProblems(answers(change))).sort()).toEqual(fields);
});

test.each([
  ['nothing', {}, []],
  ['only a port', { currentPort: '25' }, ['current-server']],
  ['only a server', { currentServer: 'mail.example.org' }, ['current-port']],
  [
    'a port that does not exist',
    { currentServer: 'mail.example.org', currentPort: '70000' },
    ['current-port'],
  ],
  ['server and port', { currentServer: 'mail.example.org', currentPort: '25' }, []],
  ['both in one place, as programs show them', { currentServer: 'mail.example.org:25' }, []],
  ['the same port twice', { currentServer: 'smtp://mail.example.org:25', currentPort: '25' }, []],
  ['two ports', { currentServer: 'mail.example.org:25', currentPort: '587' }, ['current-port']],
  ['a port that is none', { currentServer: 'mail.example.org:x25' }, ['current-server', 'current-port']],
])('today’s settings may be left out, but not half: %s', (_name, change, fields) => {
  expect(Object.keys(firstProblems(answers({ address: 'you@example.org', ...change })))).toEqual(fields);
});

test('what was meant is offered with what stands before the @', () => {
  expect(meantAddress(answers({ address: ' Anna.Berg@hotmial.com ' }))).toBe('Anna.Berg@hotmail.com');
  expect(meantAddress(answers({ address: 'outlok.com' }))).toBe('outlook.com');
  expect(meantAddress(answers({ address: 'anna@example.org' }))).toBeNull();
  expect(meantAddress(answers({ address: 'mail server' }))).toBeNull();
});

test.each(['Outlook', 'outlook 2016', 'Microsoft Outlook', 'Thunderbird', 'Apple Mail'])(
  'the program %s is no provider: nobody’s server is offered for it',
  (address) => {
    expect(firstProblems(answers({ address })).address).toContain('is a mail program');
    expect(meantAddresses(answers({ address }))).toEqual([]);
  },
);

test('an address without its @, or with a comma for a dot, is offered as it was meant', () => {
  const given = answers({ address: ' anna gmx.net ' });
  expect(looksLikeError(given.address)).toBe(false);
  expect(firstProblems(given).address).toContain('The @ is missing. Did you mean anna@gmx.net?');
  expect(meantAddresses(given)).toEqual(['anna@gmx.net']);
  expect(meantAddresses(answers({ address: 'anna@gmx,net' }))).toEqual(['anna@gmx.net']);
  expect(canInsist(given)).toBe(false);
  expect(looksLikeError('Connection refused')).toBe(true);
});

test.each([
  '<bob@web.de>: host mx.web.de said: 550 5.1.1 <bob@web.de>: Recipient address rejected: User unknown',
  'This is the mail system at host mail.example. <bob@web.de>: host mx.web.de[192.0.2.1] said: 550 5.1.1',
  'bob@web.de 552 5.2.2 mailbox is full',
])('a message that came back is none of the address in it: %s', (address) => {
  expect(looksLikeError(address)).toBe(true);
  expect(firstProblems(answers({ address })).address).toBeDefined();
});

test.each([
  ['anna.gmx.net', 'anna@gmx.net'],
  ['Anna.Berg.web.de', 'Anna.Berg@web.de'],
])('%s is asked about: %s', (address, meant) => {
  expect(firstProblems(answers({ address })).address).toContain(`Did you mean ${meant}?`);
  expect(meantAddresses(answers({ address }))).toEqual([meant]);
  expect(firstProblems(answers({ address, sureAddress: address }))).toEqual({});
});

test.each([
  'mail.gmx.net',
  'smtp.gmail.com',
  'smtp-mail.outlook.com',
  'securesmtp.t-online.de',
  'mx00.gmx.net',
  'gmx.net',
])('%s is a server', (address) => {
  expect(firstProblems(answers({ address }))).toEqual({});
});

test.each(['Anna Maria von Huber <anna@example.org>', 'Anna Huber anna@example.org'])(
  '%s is an address',
  (address) => {
    expect(looksLikeError(address)).toBe(false);
    expect(firstProblems(answers({ address }))).toEqual({});
  },
);

test('an address without its ending is asked about before anybody hears it', () => {
  const given = answers({ address: ' grete@gmx ' });
  expect(firstProblems(given).address).toContain('lacks its ending');
  expect(meantAddresses(given)).toEqual(['grete@gmx.de', 'grete@gmx.net', 'grete@gmx.at', 'grete@gmx.ch']);
  expect(canInsist(given)).toBe(true);
  expect(firstProblems({ ...given, sureAddress: 'grete@gmx' })).toEqual({});
  expect(firstProblems(answers({ address: 'me@localhost' }))).toEqual({});
  expect(meantAddresses(answers({ address: 'me@firm' }))).toEqual([]);
  expect(meantAddresses(answers({ address: 'hotmail' }))).toEqual(['hotmail.com']);
  expect(canInsist(answers({ address: 'hotmail' }))).toBe(false);
});

test.each<[string, Partial<Answers>, object]>([
  [
    'an address that looks like a slip and is right',
    { address: 'you@gmial.com', sureAddress: 'you@gmial.com' },
    { subject: 'you@gmial.com', isDomainSure: true },
  ],
  ['an address', { address: ' you@example.org ' }, { subject: 'you@example.org' }],
  [
    'an address and a server',
    { address: 'you@example.org', knowsServer: true, server: 'mail.example.org' },
    { subject: 'you@example.org', server: 'mail.example.org' },
  ],
  [
    'a server alone',
    { knowsServer: true, server: 'mail.example.org:2525' },
    { subject: 'mail.example.org:2525' },
  ],
  [
    'nobody else to be contacted',
    { address: 'you@example.org', onlyOwnProvider: true },
    { subject: 'you@example.org', references: false },
  ],
  [
    'the settings of today, with the port beside the name',
    { address: 'you@example.org', currentServer: 'mail.example.org:25', currentSecurity: 'none' },
    { subject: 'you@example.org', current: { host: 'mail.example.org', port: 25, security: 'none' } },
  ],
  [
    'the settings of today',
    {
      address: 'you@example.org',
      currentServer: 'Mail.Example.org',
      currentPort: ' 25',
      currentSecurity: 'none',
    },
    { subject: 'you@example.org', current: { host: 'mail.example.org', port: 25, security: 'none' } },
  ],
  [
    'an encryption that the person does not know, so that no change of it is claimed',
    { address: 'you@example.org', currentServer: 'mail.example.org', currentPort: '465' },
    { subject: 'you@example.org', current: { host: 'mail.example.org', port: 465, security: 'tls' } },
  ],
  [
    'practice, which takes nothing from the real answers',
    {
      address: 'me@real.example',
      currentServer: 'mail.real.example',
      currentPort: '25',
      isPractice: true,
      practice: { id: 'port-25-blocked', group: 'g', name: 'n', story: 's', address: 'you@practice.example' },
    },
    { subject: 'you@practice.example', practice: 'port-25-blocked' },
  ],
])('asks for the check that was meant: %s', (_name, change, request) => {
  const asked = requestOf(answers(change));
  expect(asked).toEqual(request);
  expect(CheckRequest.safeParse(asked).success).toBe(true);
});

test.each([
  '0x800CCC0E',
  '800ccc0e',
  'ECONNREFUSED',
  'connection to outgoing server timed out',
  '535 5.7.8 authentication failed',
  '5.7.1',
  '550',
])('"%s" in the address field is an error message', (text) => {
  expect(looksLikeError(text)).toBe(true);
});

test.each(['', 'you', 'you@example.org', 'example.org', '192.0.2.1', 'localhost', 'LOCALHOST'])(
  '"%s" is not',
  (text) => {
    expect(looksLikeError(text)).toBe(false);
  },
);

test('an error message that was taken over goes with the check', () => {
  expect(requestOf({ ...noAnswers, address: 'you@example.org', errorText: '0x800CCC0E' })).toMatchObject({
    error: '0x800CCC0E',
  });
});

test('what was pasted counts in practice too', () => {
  const practice = { id: 'offline', group: '', name: '', story: '', address: 'you@practice.example' };
  const request = requestOf({ ...noAnswers, practice, isPractice: true, errorText: '0x800CCC0E' });
  expect(request).toEqual({ subject: 'you@practice.example', practice: 'offline', error: '0x800CCC0E' });
});

test.each(['you', 'gmail', '12', '0x8', 'Ärger'])(
  '"%s" is told to be no address, without talk of IP addresses',
  (text) => {
    expect(firstProblems({ ...noAnswers, address: text })).toEqual({
      address: say('wizard.address.no-address', { typed: text }),
    });
  },
);

test.each([
  ['smtp.example.org port 587', false],
  ['anna at example dot org', false],
  ['Anna Roe <anna@example.org>', false],
  ['anna@example.org, ben@example.com', false],
  ['anna roe@example.org', false],
  ['smtp.example.org\t587\tSTARTTLS', false],
  ['Fehler beim Senden an eva@example.com: 550 5.7.1 Relay access denied', true],
  ['Outlook kann keine Verbindung herstellen', true],
  ['postfix/smtp[7]: to=<eva@example.com>, status=deferred (connect to mx.example.com[192.0.2.4]:25)', true],
])('what was pasted into the one box: is %j an error message? %s', (text, isError) => {
  expect(looksLikeError(text)).toBe(isError);
});

test('what the mail program uses today is taken apart as it was pasted', () => {
  const pasted = answers({ address: 'you@example.org', currentServer: 'SMTP: mail.example.org, port 587' });
  expect(firstProblems(pasted)).toEqual({});
  expect(requestOf(inOrder(pasted)).current).toEqual({
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
  });
});

test.each([
  'anna＠example１２３．org',
  'anna at example dot org',
  'anna (arroba) example (punto) org',
  'example dot org',
])('%s is an address without a sign of ASCII, and no error', (address) => {
  expect(looksLikeError(address)).toBe(false);
  expect(firstProblems({ ...noAnswers, address })).toEqual({});
});
